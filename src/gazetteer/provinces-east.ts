import { type Province, row } from './province.ts'

/**
 * Amazonas, Loreto, Madre de Dios, San Martín, Ucayali: where the road often ends before the province does.
 * Source, units and the meaning of `access`: `province.ts`.
 */
// biome-ignore format: one province, one line
export const east: readonly Province[] = [
  // Amazonas
  row('010100', 'Chachapoyas', 'Chachapoyas', -6.2294, -77.8728, 2338, 65_024, 'highlands', 'road:main air animal:main'),
  row('010200', 'Bagua', 'Bagua', -5.6389, -78.5311, 408, 86_525, 'jungle', 'road:main'),
  row('010300', 'Bongará', 'Jumbilla', -5.9044, -77.7978, 2081, 25_738, 'jungle', 'road:main'),
  // The Pongo de Manseriche stops the barges of the lower Marañón: cargo goes by road to Saramiriza and is loaded there.
  // So the river above it (Marañón, Cenepa, Santiago) is a network of its own.
  row('010400', 'Condorcanqui', 'Santa María de Nieva', -4.5922, -77.8644, 189, 52_539, 'jungle', 'road:main river:maranon'),
  row('010500', 'Luya', 'Lámud', -6.1392, -77.9522, 2328, 45_714, 'highlands', 'road:main animal:main'),
  row('010600', 'Rodríguez de Mendoza', 'Mendoza', -6.3953, -77.4822, 1616, 34_590, 'jungle', 'road:main air'),
  row('010700', 'Utcubamba', 'Bagua Grande', -5.7547, -78.4428, 444, 120_121, 'jungle', 'road:main'),
  // Loreto
  // The road from Iquitos to Nauta joins no other.
  row('160100', 'Maynas', 'Iquitos', -3.7481, -73.2442, 107, 569_676, 'jungle', 'road:iquitos river:amazon air'),
  // Yurimaguas, where the road from Tarapoto meets the Huallaga.
  row('160200', 'Alto Amazonas', 'Yurimaguas', -5.8842, -76.1281, 150, 162_276, 'jungle', 'road:main river:amazon air'),
  row('160300', 'Loreto', 'Nauta', -4.5014, -73.5694, 127, 74_349, 'jungle', 'road:iquitos river:amazon'),
  row('160400', 'Mariscal Ramón Castilla', 'Caballococha', -3.9061, -70.5169, 86, 60_406, 'jungle', 'river:amazon air'),
  row('160500', 'Requena', 'Requena', -5.0639, -73.8567, 116, 63_162, 'jungle', 'river:amazon'),
  row('160600', 'Ucayali', 'Contamana', -7.3506, -75.0097, 138, 62_946, 'jungle', 'river:amazon air'),
  // The road reaches the province (Saramiriza, district 160703) but not San Lorenzo, hours further down the Marañón.
  row('160700', 'Datem del Marañón', 'San Lorenzo', -4.8311, -76.555, 134, 61_870, 'jungle', 'river:amazon air'),
  // The Putumayo joins the Amazon in Brazil: a boat from Iquitos leaves the country. A network of its own.
  row('160800', 'Putumayo', 'San Antonio del Estrecho', -2.4469, -72.6681, 130, 8810, 'jungle', 'river:putumayo air'),
  // Madre de Dios
  row('170100', 'Tambopata', 'Puerto Maldonado', -12.5936, -69.1767, 204, 168_745, 'jungle', 'road:main river:madre-de-dios air'),
  // Boats go down from near Salvación through Boca Manu to Puerto Maldonado; the Madre de Dios leaves for Bolivia.
  row('170200', 'Manu', 'Salvación', -12.8372, -71.3653, 535, 21_277, 'jungle', 'road:main river:madre-de-dios'),
  row('170300', 'Tahuamanu', 'Iñapari', -10.945, -69.5767, 238, 13_047, 'jungle', 'road:main'),
  // San Martín
  row('220100', 'Moyobamba', 'Moyobamba', -6.0347, -76.9742, 895, 138_412, 'jungle', 'road:main air'),
  row('220200', 'Bellavista', 'Bellavista', -7.0522, -76.5897, 330, 64_684, 'jungle', 'road:main'),
  row('220300', 'El Dorado', 'San José de Sisa', -6.6139, -76.6953, 342, 46_092, 'jungle', 'road:main'),
  row('220400', 'Huallaga', 'Saposoa', -6.9367, -76.7722, 316, 31_927, 'jungle', 'road:main'),
  row('220500', 'Lamas', 'Lamas', -6.4239, -76.5233, 764, 90_590, 'jungle', 'road:main'),
  row('220600', 'Mariscal Cáceres', 'Juanjuí', -7.1767, -76.7239, 299, 82_537, 'jungle', 'road:main air'),
  row('220700', 'Picota', 'Picota', -6.92, -76.3303, 228, 45_764, 'jungle', 'road:main'),
  row('220800', 'Rioja', 'Rioja', -6.0625, -77.1683, 850, 140_582, 'jungle', 'road:main air'),
  row('220900', 'San Martín', 'Tarapoto', -6.4894, -76.3603, 342, 237_081, 'jungle', 'road:main air'),
  row('221000', 'Tocache', 'Tocache', -8.1883, -76.5094, 519, 78_120, 'jungle', 'road:main air'),
  // Ucayali
  // Pucallpa, where the road from Tingo María meets the Ucayali.
  row('250100', 'Coronel Portillo', 'Pucallpa', -8.3681, -74.5433, 162, 492_341, 'jungle', 'road:main river:amazon air'),
  // The track from Satipo and Puerto Ocopa closes in the rains: a closed `distance` row says when.
  row('250200', 'Atalaya', 'Atalaya', -10.7297, -73.7553, 256, 67_789, 'jungle', 'road:main river:amazon air'),
  row('250300', 'Padre Abad', 'Aguaytía', -9.0336, -75.5075, 275, 88_064, 'jungle', 'road:main'),
  // No road, and the Purús leads to Brazil only.
  row('250400', 'Purús', 'Esperanza', -9.7722, -70.7097, 228, 3222, 'jungle', 'air'),
]
