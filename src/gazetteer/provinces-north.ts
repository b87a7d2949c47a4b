import { type Province, row } from './province.ts'

/**
 * Tumbes, Piura, Lambayeque, La Libertad, Cajamarca: the coast of El Niño and the mountains behind it.
 * Source, units and the meaning of `access`: `province.ts`.
 */
// biome-ignore format: one province, one line
export const north: readonly Province[] = [
  // Cajamarca
  row('060100', 'Cajamarca', 'Cajamarca', -7.1547, -78.5108, 2731, 396_729, 'highlands', 'road:main air animal:main'),
  row('060200', 'Cajabamba', 'Cajabamba', -7.6231, -78.0461, 2686, 84_093, 'highlands', 'road:main animal:main'),
  row('060300', 'Celendín', 'Celendín', -6.8669, -78.1431, 2629, 80_381, 'highlands', 'road:main animal:main'),
  row('060400', 'Chota', 'Chota', -6.5597, -78.6469, 2430, 147_845, 'highlands', 'road:main animal:main'),
  row('060500', 'Contumazá', 'Contumazá', -7.3667, -78.8053, 2695, 27_975, 'highlands', 'road:main animal:main'),
  row('060600', 'Cutervo', 'Cutervo', -6.3772, -78.8181, 2665, 119_772, 'highlands', 'road:main animal:main'),
  row('060700', 'Hualgayoc', 'Bambamarca', -6.6797, -78.5189, 2556, 79_903, 'highlands', 'road:main animal:main'),
  row('060800', 'Jaén', 'Jaén', -5.7089, -78.8092, 728, 206_742, 'jungle', 'road:main air'),
  row('060900', 'San Ignacio', 'San Ignacio', -5.1461, -79.0047, 1295, 147_871, 'jungle', 'road:main'),
  row('061000', 'San Marcos', 'San Marcos', -7.3358, -78.17, 2280, 52_186, 'highlands', 'road:main animal:main'),
  row('061100', 'San Miguel', 'San Miguel de Pallaques', -7, -78.85, 2612, 42_980, 'highlands', 'road:main animal:main'),
  row('061200', 'San Pablo', 'San Pablo', -7.1186, -78.8233, 2391, 21_461, 'highlands', 'road:main animal:main'),
  row('061300', 'Santa Cruz', 'Santa Cruz de Succhabamba', -6.6258, -78.9442, 2036, 35_901, 'highlands', 'road:main animal:main'),
  // La Libertad
  row('130100', 'Trujillo', 'Trujillo', -8.1, -79.0306, 74, 1_223_977, 'coast', 'road:main air'),
  row('130200', 'Ascope', 'Ascope', -7.7136, -79.1072, 242, 126_338, 'coast', 'road:main'),
  row('130300', 'Bolívar', 'Bolívar', -7.1539, -77.7022, 3156, 15_738, 'highlands', 'road:main animal:main'),
  row('130400', 'Chepén', 'Chepén', -7.2275, -79.4294, 160, 90_055, 'coast', 'road:main'),
  row('130500', 'Julcán', 'Julcán', -8.0428, -78.4864, 3420, 30_636, 'highlands', 'road:main animal:main'),
  row('130600', 'Otuzco', 'Otuzco', -7.9022, -78.5656, 2700, 84_419, 'highlands', 'road:main animal:main'),
  row('130700', 'Pacasmayo', 'San Pedro de Lloc', -7.4183, -79.5147, 49, 119_322, 'coast', 'road:main'),
  row('130800', 'Pataz', 'Tayabamba', -8.275, -77.2961, 3222, 87_589, 'highlands', 'road:main animal:main'),
  row('130900', 'Sánchez Carrión', 'Huamachuco', -7.8111, -78.0467, 3183, 179_714, 'highlands', 'road:main animal:main'),
  row('131000', 'Santiago de Chuco', 'Santiago de Chuco', -8.1453, -78.1736, 3126, 55_266, 'highlands', 'road:main animal:main'),
  row('131100', 'Gran Chimú', 'Cascas', -7.4794, -78.8197, 1278, 27_895, 'coast', 'road:main'),
  row('131200', 'Virú', 'Virú', -8.4144, -78.7528, 88, 114_994, 'coast', 'road:main'),
  // Lambayeque
  row('140100', 'Chiclayo', 'Chiclayo', -6.7669, -79.8506, 28, 891_950, 'coast', 'road:main air'),
  row('140200', 'Ferreñafe', 'Ferreñafe', -6.6389, -79.7883, 38, 109_219, 'coast', 'road:main'),
  row('140300', 'Lambayeque', 'Lambayeque', -6.7069, -79.8953, 24, 371_132, 'coast', 'road:main'),
  // Piura
  row('200100', 'Piura', 'Piura', -5.1525, -80.6578, 57, 973_775, 'coast', 'road:main air'),
  row('200200', 'Ayabaca', 'Ayabaca', -4.6406, -79.7153, 2735, 124_703, 'highlands', 'road:main animal:main'),
  row('200300', 'Huancabamba', 'Huancabamba', -5.2386, -79.4503, 1955, 116_770, 'highlands', 'road:main air animal:main'),
  row('200400', 'Morropón', 'Chulucanas', -5.0972, -80.1603, 135, 176_585, 'coast', 'road:main'),
  row('200500', 'Paita', 'Paita', -5.0931, -81.0994, 71, 162_788, 'coast', 'road:main'),
  row('200600', 'Sullana', 'Sullana', -4.8906, -80.6878, 76, 356_232, 'coast', 'road:main'),
  row('200700', 'Talara', 'Talara', -4.5794, -81.2694, 23, 161_121, 'coast', 'road:main air'),
  row('200800', 'Sechura', 'Sechura', -5.5572, -80.8222, 12, 100_736, 'coast', 'road:main'),
  // Tumbes
  row('240100', 'Tumbes', 'Tumbes', -3.5711, -80.4592, 9, 181_067, 'coast', 'road:main air'),
  row('240200', 'Contralmirante Villar', 'Zorritos', -3.6775, -80.6681, 11, 27_118, 'coast', 'road:main'),
  row('240300', 'Zarumilla', 'Zarumilla', -3.5011, -80.2756, 15, 61_949, 'coast', 'road:main'),
]
