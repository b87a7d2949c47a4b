/**
 * A department (Callao, a constitutional province, counts as one) and its capital.
 * Source: INEI, directory of municipalities 2025; the population is the sum of the districts. RENIEC numbers the
 * departments without Callao, then Callao 24 and Ucayali 25, so its `07` is INEI's `08`.
 */
export interface Department {
  /** INEI, `DD0000`. */
  readonly ubigeo: string
  /** RENIEC, `DD`. */
  readonly reniec: string
  readonly name: string
  readonly capital: string
  /** Degrees, WGS 84, of the capital. */
  readonly lat: number
  readonly lon: number
  readonly altitudeM: number
  /** Persons, 2025. */
  readonly population: number
}

const row = (
  ubigeo: string,
  reniec: string,
  name: string,
  capital: string,
  lat: number,
  lon: number,
  altitudeM: number,
  population: number,
): Department => ({ ubigeo, reniec, name, capital, lat, lon, altitudeM, population })

/** The 25 departments by INEI code. */
export const departments: readonly Department[] = [
  row('010000', '01', 'Amazonas', 'Chachapoyas', -6.2294, -77.8728, 2338, 430_251),
  row('020000', '02', 'Áncash', 'Huaraz', -9.5297, -77.5292, 3073, 1_205_639),
  row('030000', '03', 'Apurímac', 'Abancay', -13.6289, -72.8861, 2500, 424_906),
  row('040000', '04', 'Arequipa', 'Arequipa', -16.3933, -71.5289, 2429, 1_631_136),
  row('050000', '05', 'Ayacucho', 'Ayacucho', -13.1603, -74.2253, 2797, 669_020),
  row('060000', '06', 'Cajamarca', 'Cajamarca', -7.1547, -78.5108, 2731, 1_443_839),
  row('070000', '24', 'Callao', 'Callao', -12.0631, -77.1469, 27, 1_228_411),
  row('080000', '07', 'Cusco', 'Cusco', -13.5192, -71.9767, 3439, 1_406_165),
  row('090000', '08', 'Huancavelica', 'Huancavelica', -12.7869, -74.9714, 3746, 327_440),
  row('100000', '09', 'Huánuco', 'Huánuco', -9.93, -76.2397, 1921, 741_887),
  row('110000', '10', 'Ica', 'Ica', -14.0636, -75.7292, 432, 1_083_566),
  row('120000', '11', 'Junín', 'Huancayo', -12.0708, -75.2089, 3294, 1_383_107),
  row('130000', '12', 'La Libertad', 'Trujillo', -8.1, -79.0306, 74, 2_155_943),
  row('140000', '13', 'Lambayeque', 'Chiclayo', -6.7669, -79.8506, 28, 1_372_301),
  row('150000', '14', 'Lima', 'Lima', -12.0453, -77.0308, 162, 11_461_995),
  row('160000', '15', 'Loreto', 'Iquitos', -3.7481, -73.2442, 107, 1_063_495),
  row('170000', '16', 'Madre de Dios', 'Puerto Maldonado', -12.5936, -69.1767, 204, 203_069),
  row('180000', '17', 'Moquegua', 'Moquegua', -17.1942, -70.9333, 1428, 202_946),
  row('190000', '18', 'Pasco', 'Cerro de Pasco', -10.6825, -76.2569, 4373, 263_354),
  row('200000', '19', 'Piura', 'Piura', -5.1525, -80.6578, 57, 2_172_710),
  row('210000', '20', 'Puno', 'Puno', -15.8403, -70.0281, 3848, 1_199_636),
  row('220000', '21', 'San Martín', 'Moyobamba', -6.0347, -76.9742, 895, 955_789),
  row('230000', '22', 'Tacna', 'Tacna', -18.0019, -70.2519, 583, 402_089),
  row('240000', '23', 'Tumbes', 'Tumbes', -3.5711, -80.4592, 9, 270_134),
  row('250000', '25', 'Ucayali', 'Pucallpa', -8.3681, -74.5433, 162, 651_416),
]
