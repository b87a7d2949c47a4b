import { type Province, row } from './province.ts'

/**
 * Áncash, Lima, Callao, Ica, Huánuco, Pasco, Junín, Huancavelica.
 * Source, units and the meaning of `access`: `province.ts`.
 */
// biome-ignore format: one province, one line
export const centre: readonly Province[] = [
  // Áncash
  row('020100', 'Huaraz', 'Huaraz', -9.5297, -77.5292, 3073, 197_279, 'highlands', 'road:main air animal:main'),
  row('020200', 'Aija', 'Aija', -9.7803, -77.6106, 3421, 5734, 'highlands', 'road:main animal:main'),
  row('020300', 'Antonio Raymondi', 'Llamellín', -9.1008, -77.0169, 3400, 12_504, 'highlands', 'road:main animal:main'),
  row('020400', 'Asunción', 'Chacas', -9.1622, -77.3658, 3387, 7025, 'highlands', 'road:main animal:main'),
  row('020500', 'Bolognesi', 'Chiquián', -10.1519, -77.1564, 3410, 21_126, 'highlands', 'road:main animal:main'),
  row('020600', 'Carhuaz', 'Carhuaz', -9.2814, -77.6467, 2663, 51_213, 'highlands', 'road:main air animal:main'),
  row('020700', 'Carlos Fermín Fitzcarrald', 'San Luis', -9.0942, -77.3289, 3145, 16_860, 'highlands', 'road:main animal:main'),
  row('020800', 'Casma', 'Casma', -9.4758, -78.3064, 59, 62_853, 'coast', 'road:main'),
  row('020900', 'Corongo', 'Corongo', -8.5708, -77.8989, 3172, 7666, 'highlands', 'road:main animal:main'),
  row('021000', 'Huari', 'Huari', -9.3472, -77.1708, 3114, 63_336, 'highlands', 'road:main animal:main'),
  row('021100', 'Huarmey', 'Huarmey', -10.0689, -78.1517, 30, 34_380, 'coast', 'road:main'),
  row('021200', 'Huaylas', 'Caraz', -9.0486, -77.8047, 2273, 56_974, 'highlands', 'road:main animal:main'),
  row('021300', 'Mariscal Luzuriaga', 'Piscobamba', -8.865, -77.3578, 3326, 20_599, 'highlands', 'road:main animal:main'),
  row('021400', 'Ocros', 'Ocros', -10.4033, -77.3967, 3238, 6373, 'highlands', 'road:main animal:main'),
  row('021500', 'Pallasca', 'Cabana', -8.3931, -78.0089, 3156, 21_941, 'highlands', 'road:main animal:main'),
  row('021600', 'Pomabamba', 'Pomabamba', -8.8211, -77.4603, 2964, 25_423, 'highlands', 'road:main animal:main'),
  row('021700', 'Recuay', 'Recuay', -9.7217, -77.4564, 3428, 17_182, 'highlands', 'road:main animal:main'),
  row('021800', 'Santa', 'Chimbote', -9.0417, -78.6078, 52, 494_274, 'coast', 'road:main air'),
  row('021900', 'Sihuas', 'Sihuas', -8.5544, -77.6308, 2767, 27_036, 'highlands', 'road:main animal:main'),
  row('022000', 'Yungay', 'Yungay', -9.14, -77.7447, 2516, 55_861, 'highlands', 'road:main animal:main'),
  // Callao
  row('070100', 'Callao', 'Callao', -12.0631, -77.1469, 27, 1_228_411, 'coast', 'road:main air'),
  // Huancavelica
  row('090100', 'Huancavelica', 'Huancavelica', -12.7869, -74.9714, 3746, 114_056, 'highlands', 'road:main animal:main'),
  row('090200', 'Acobamba', 'Acobamba', -12.8431, -74.5692, 3449, 29_329, 'highlands', 'road:main animal:main'),
  row('090300', 'Angaraes', 'Lircay', -12.9828, -74.7183, 3344, 48_704, 'highlands', 'road:main animal:main'),
  row('090400', 'Castrovirreyna', 'Castrovirreyna', -13.2833, -75.3183, 3989, 12_608, 'highlands', 'road:main animal:main'),
  row('090500', 'Churcampa', 'Churcampa', -12.7392, -74.3872, 3295, 29_386, 'highlands', 'road:main animal:main'),
  row('090600', 'Huaytará', 'Huaytará', -13.6047, -75.3531, 2732, 15_994, 'highlands', 'road:main animal:main'),
  row('090700', 'Tayacaja', 'Pampas', -12.3992, -74.8683, 3282, 77_363, 'highlands', 'road:main animal:main'),
  // Huánuco
  row('100100', 'Huánuco', 'Huánuco', -9.93, -76.2397, 1921, 323_703, 'highlands', 'road:main air animal:main'),
  row('100200', 'Ambo', 'Ambo', -10.1292, -76.2044, 2106, 50_544, 'highlands', 'road:main animal:main'),
  row('100300', 'Dos de Mayo', 'La Unión', -9.8378, -76.8036, 3275, 26_965, 'highlands', 'road:main animal:main'),
  row('100400', 'Huacaybamba', 'Huacaybamba', -9.0381, -76.9525, 3176, 14_475, 'highlands', 'road:main animal:main'),
  row('100500', 'Huamalíes', 'Llata', -9.5497, -76.8186, 3489, 45_599, 'highlands', 'road:main animal:main'),
  row('100600', 'Leoncio Prado', 'Tingo María', -9.2981, -76.0006, 667, 142_380, 'jungle', 'road:main air'),
  row('100700', 'Marañón', 'Huacrachuco', -8.6047, -77.1492, 2914, 29_175, 'highlands', 'road:main animal:main'),
  row('100800', 'Pachitea', 'Panao', -9.8975, -75.9942, 2536, 44_165, 'highlands', 'road:main animal:main'),
  // The road ends at Puerto Súngaro, a short river trip before the capital; the Pachitea goes on to Pucallpa.
  row('100900', 'Puerto Inca', 'Puerto Inca', -9.3789, -74.9658, 215, 38_050, 'jungle', 'road:main river:amazon'),
  row('101000', 'Lauricocha', 'Jesús', -10.0783, -76.6314, 3498, 12_342, 'highlands', 'road:main animal:main'),
  row('101100', 'Yarowilca', 'Chavinillo', -9.8589, -76.6089, 3475, 14_489, 'highlands', 'road:main animal:main'),
  // Ica
  row('110100', 'Ica', 'Ica', -14.0636, -75.7292, 432, 497_565, 'coast', 'road:main'),
  row('110200', 'Chincha', 'Chincha Alta', -13.4183, -76.1325, 140, 289_340, 'coast', 'road:main'),
  row('110300', 'Nasca', 'Nasca', -14.8269, -74.9372, 618, 86_998, 'coast', 'road:main air'),
  row('110400', 'Palpa', 'Palpa', -14.5339, -75.185, 371, 15_660, 'coast', 'road:main'),
  row('110500', 'Pisco', 'Pisco', -13.71, -76.2017, 39, 194_003, 'coast', 'road:main air'),
  // Junín
  row('120100', 'Huancayo', 'Huancayo', -12.0708, -75.2089, 3294, 625_237, 'highlands', 'road:main animal:main'),
  row('120200', 'Concepción', 'Concepción', -11.9189, -75.3125, 3303, 57_975, 'highlands', 'road:main animal:main'),
  row('120300', 'Chanchamayo', 'La Merced', -11.0567, -75.3275, 804, 164_643, 'jungle', 'road:main air'),
  row('120400', 'Jauja', 'Jauja', -11.7756, -75.5006, 3425, 85_832, 'highlands', 'road:main air animal:main'),
  row('120500', 'Junín', 'Junín', -11.1614, -75.9983, 4127, 20_005, 'highlands', 'road:main animal:main'),
  row('120600', 'Satipo', 'Satipo', -11.2539, -74.6361, 676, 250_318, 'jungle', 'road:main air'),
  row('120700', 'Tarma', 'Tarma', -11.42, -75.6881, 3094, 83_559, 'highlands', 'road:main animal:main'),
  row('120800', 'Yauli', 'La Oroya', -11.5219, -75.9078, 3757, 36_255, 'highlands', 'road:main animal:main'),
  row('120900', 'Chupaca', 'Chupaca', -12.0578, -75.2894, 3286, 59_283, 'highlands', 'road:main animal:main'),
  // Lima
  row('150100', 'Lima', 'Lima', -12.0453, -77.0308, 162, 10_432_133, 'coast', 'road:main air'),
  row('150200', 'Barranca', 'Barranca', -10.7533, -77.765, 74, 161_702, 'coast', 'road:main'),
  row('150300', 'Cajatambo', 'Cajatambo', -10.4731, -76.9931, 3396, 5907, 'highlands', 'road:main animal:main'),
  row('150400', 'Canta', 'Canta', -11.4672, -76.6244, 2867, 11_244, 'highlands', 'road:main animal:main'),
  row('150500', 'Cañete', 'San Vicente de Cañete', -13.0778, -76.3878, 77, 278_792, 'coast', 'road:main'),
  row('150600', 'Huaral', 'Huaral', -11.4953, -77.2069, 194, 211_749, 'coast', 'road:main'),
  row('150700', 'Huarochirí', 'Matucana', -11.845, -76.3861, 2395, 60_455, 'highlands', 'road:main animal:main'),
  row('150800', 'Huaura', 'Huacho', -11.1081, -77.6103, 46, 265_586, 'coast', 'road:main'),
  row('150900', 'Oyón', 'Oyón', -10.6681, -76.7733, 3648, 16_452, 'highlands', 'road:main animal:main'),
  row('151000', 'Yauyos', 'Yauyos', -12.4597, -75.9183, 2895, 17_975, 'highlands', 'road:main animal:main'),
  // Pasco
  row('190100', 'Pasco', 'Cerro de Pasco', -10.6825, -76.2569, 4373, 115_583, 'highlands', 'road:main animal:main'),
  row('190200', 'Daniel Alcides Carrión', 'Yanahuanca', -10.4914, -76.5164, 3203, 43_807, 'highlands', 'road:main animal:main'),
  row('190300', 'Oxapampa', 'Oxapampa', -10.575, -75.4047, 1832, 103_964, 'jungle', 'road:main'),
]
