import { type Department, departments } from './department.ts'
import type { Province } from './province.ts'
import { provinces } from './provinces.ts'

const departmentByCode = new Map(departments.map((department) => [department.ubigeo, department]))
const provinceByCode = new Map(provinces.map((province) => [province.ubigeo, province]))

/** The department of any place in it, by the six digits of its INEI code; `undefined` where there is none. */
export const findDepartment = (ubigeo: string): Department | undefined =>
  departmentByCode.get(`${ubigeo.slice(0, 2)}0000`)

/** The province of any place in it, by the six digits of its INEI code; `undefined` for a department. */
export const findProvince = (ubigeo: string): Province | undefined => provinceByCode.get(`${ubigeo.slice(0, 4)}00`)
