import { type Province, row } from './province.ts'

/**
 * Apurímac, Arequipa, Ayacucho, Cusco, Moquegua, Puno, Tacna.
 * Source, units and the meaning of `access`: `province.ts`.
 */
// biome-ignore format: one province, one line
export const south: readonly Province[] = [
  // Apurímac
  row('030100', 'Abancay', 'Abancay', -13.6289, -72.8861, 2500, 122_210, 'highlands', 'road:main animal:main'),
  row('030200', 'Andahuaylas', 'Andahuaylas', -13.6561, -73.3897, 2836, 152_393, 'highlands', 'road:main air animal:main'),
  row('030300', 'Antabamba', 'Antabamba', -14.3653, -72.8772, 3664, 10_754, 'highlands', 'road:main animal:main'),
  row('030400', 'Aymaraes', 'Chalhuanca', -14.2944, -73.2447, 2929, 21_073, 'highlands', 'road:main animal:main'),
  row('030500', 'Cotabambas', 'Tambobamba', -13.9461, -72.1747, 3267, 55_713, 'highlands', 'road:main animal:main'),
  row('030600', 'Chincheros', 'Chincheros', -13.5183, -73.7228, 2799, 43_737, 'highlands', 'road:main animal:main'),
  row('030700', 'Grau', 'Chuquibambilla', -14.105, -72.7078, 3360, 19_026, 'highlands', 'road:main animal:main'),
  // Arequipa
  row('040100', 'Arequipa', 'Arequipa', -16.3933, -71.5289, 2429, 1_295_925, 'highlands', 'road:main air animal:main'),
  row('040200', 'Camaná', 'Camaná', -16.6247, -72.7114, 20, 64_919, 'coast', 'road:main'),
  row('040300', 'Caravelí', 'Caravelí', -15.7725, -73.3658, 1811, 46_140, 'coast', 'road:main'),
  row('040400', 'Castilla', 'Aplao', -16.0761, -72.4922, 624, 33_872, 'coast', 'road:main'),
  row('040500', 'Caylloma', 'Chivay', -15.6403, -71.6036, 3683, 106_420, 'highlands', 'road:main animal:main'),
  row('040600', 'Condesuyos', 'Chuquibamba', -15.8394, -72.6517, 2916, 15_798, 'highlands', 'road:main animal:main'),
  row('040700', 'Islay', 'Mollendo', -17.0292, -72.0164, 73, 55_992, 'coast', 'road:main'),
  row('040800', 'La Unión', 'Cotahuasi', -15.2128, -72.8894, 2696, 12_070, 'highlands', 'road:main animal:main'),
  // Ayacucho
  row('050100', 'Huamanga', 'Ayacucho', -13.1603, -74.2253, 2797, 329_989, 'highlands', 'road:main air animal:main'),
  row('050200', 'Cangallo', 'Cangallo', -13.6292, -74.1439, 2574, 30_798, 'highlands', 'road:main animal:main'),
  row('050300', 'Huanca Sancos', 'Huanca Sancos', -13.9197, -74.3342, 3433, 7889, 'highlands', 'road:main animal:main'),
  row('050400', 'Huanta', 'Huanta', -12.9394, -74.2481, 2684, 98_351, 'highlands', 'road:main animal:main'),
  row('050500', 'La Mar', 'San Miguel', -13.0128, -73.9811, 2696, 71_340, 'highlands', 'road:main animal:main'),
  row('050600', 'Lucanas', 'Puquio', -14.6942, -74.1244, 3234, 49_033, 'highlands', 'road:main animal:main'),
  row('050700', 'Parinacochas', 'Coracora', -15.0169, -73.7814, 3166, 28_544, 'highlands', 'road:main animal:main'),
  row('050800', 'Páucar del Sara Sara', 'Pausa', -15.2786, -73.3442, 2536, 9390, 'highlands', 'road:main animal:main'),
  row('050900', 'Sucre', 'Querobamba', -14.0117, -73.8386, 3516, 8780, 'highlands', 'road:main animal:main'),
  row('051000', 'Víctor Fajardo', 'Huancapi', -13.7522, -74.0667, 3105, 18_788, 'highlands', 'road:main animal:main'),
  row('051100', 'Vilcas Huamán', 'Vilcas Huamán', -13.6525, -73.9539, 3494, 16_118, 'highlands', 'road:main animal:main'),
  // Cusco
  row('080100', 'Cusco', 'Cusco', -13.5192, -71.9767, 3439, 547_972, 'highlands', 'road:main air animal:main'),
  row('080200', 'Acomayo', 'Acomayo', -13.9194, -71.6836, 3235, 23_456, 'highlands', 'road:main animal:main'),
  row('080300', 'Anta', 'Anta', -13.4578, -72.1475, 3363, 65_070, 'highlands', 'road:main animal:main'),
  row('080400', 'Calca', 'Calca', -13.3211, -71.9556, 2955, 72_397, 'highlands', 'road:main animal:main'),
  row('080500', 'Canas', 'Yanaoca', -14.2167, -71.4322, 3925, 34_218, 'highlands', 'road:main animal:main'),
  row('080600', 'Canchis', 'Sicuani', -14.2381, -71.2308, 3593, 107_855, 'highlands', 'road:main animal:main'),
  row('080700', 'Chumbivilcas', 'Santo Tomás', -14.4533, -72.0822, 3676, 69_395, 'highlands', 'road:main animal:main'),
  row('080800', 'Espinar', 'Yauri', -14.7931, -71.4133, 3976, 62_269, 'highlands', 'road:main animal:main'),
  row('080900', 'La Convención', 'Quillabamba', -12.8628, -72.6933, 1086, 169_020, 'jungle', 'road:main'),
  row('081000', 'Paruro', 'Paruro', -13.7617, -71.8478, 3086, 25_928, 'highlands', 'road:main animal:main'),
  row('081100', 'Paucartambo', 'Paucartambo', -13.3178, -71.5967, 2917, 48_209, 'highlands', 'road:main animal:main'),
  row('081200', 'Quispicanchi', 'Urcos', -13.6878, -71.6253, 3179, 106_844, 'highlands', 'road:main animal:main'),
  row('081300', 'Urubamba', 'Urubamba', -13.3056, -72.1161, 2885, 73_532, 'highlands', 'road:main animal:main'),
  // Moquegua
  row('180100', 'Mariscal Nieto', 'Moquegua', -17.1942, -70.9333, 1428, 101_018, 'coast', 'road:main air'),
  row('180200', 'General Sánchez Cerro', 'Omate', -16.6736, -70.9706, 2169, 12_472, 'highlands', 'road:main animal:main'),
  row('180300', 'Ilo', 'Ilo', -17.625, -71.3433, 33, 89_456, 'coast', 'road:main air'),
  // Puno
  row('210100', 'Puno', 'Puno', -15.8403, -70.0281, 3848, 214_887, 'highlands', 'road:main animal:main'),
  row('210200', 'Azángaro', 'Azángaro', -14.9081, -70.1956, 3878, 104_598, 'highlands', 'road:main animal:main'),
  row('210300', 'Carabaya', 'Macusani', -14.0686, -70.4311, 4311, 80_604, 'highlands', 'road:main animal:main'),
  row('210400', 'Chucuito', 'Juli', -16.2128, -69.4594, 3878, 80_717, 'highlands', 'road:main animal:main'),
  row('210500', 'El Collao', 'Ilave', -16.0869, -69.6381, 3907, 61_229, 'highlands', 'road:main animal:main'),
  row('210600', 'Huancané', 'Huancané', -15.2008, -69.7678, 3866, 54_867, 'highlands', 'road:main animal:main'),
  row('210700', 'Lampa', 'Lampa', -15.3647, -70.3678, 3881, 39_400, 'highlands', 'road:main animal:main'),
  row('210800', 'Melgar', 'Ayaviri', -14.8817, -70.5894, 3937, 66_437, 'highlands', 'road:main animal:main'),
  row('210900', 'Moho', 'Moho', -15.3603, -69.4997, 3902, 17_273, 'highlands', 'road:main animal:main'),
  row('211000', 'San Antonio de Putina', 'Putina', -14.9142, -69.8689, 3878, 30_899, 'highlands', 'road:main animal:main'),
  row('211100', 'San Román', 'Juliaca', -15.4839, -70.1333, 3877, 360_808, 'highlands', 'road:main air animal:main'),
  row('211200', 'Sandia', 'Sandia', -14.3222, -69.4664, 2206, 53_021, 'highlands', 'road:main animal:main'),
  row('211300', 'Yunguyo', 'Yunguyo', -16.2267, -69.0956, 3850, 34_896, 'highlands', 'road:main animal:main'),
  // Tacna
  row('230100', 'Tacna', 'Tacna', -18.0019, -70.2519, 583, 376_260, 'coast', 'road:main air'),
  row('230200', 'Candarave', 'Candarave', -17.2681, -70.2503, 3427, 5978, 'highlands', 'road:main animal:main'),
  row('230300', 'Jorge Basadre', 'Locumba', -17.6139, -70.7628, 588, 13_825, 'coast', 'road:main'),
  row('230400', 'Tarata', 'Tarata', -17.475, -70.0319, 3077, 6026, 'highlands', 'road:main animal:main'),
]
