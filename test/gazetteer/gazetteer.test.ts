import { expect, test } from 'vitest'
import { departments } from '../../src/gazetteer/department.ts'
import { findDepartment, findProvince } from '../../src/gazetteer/lookup.ts'
import { provinces } from '../../src/gazetteer/provinces.ts'
import { successors } from '../../src/gazetteer/successor.ts'

test('there are 25 departments and 196 provinces, each in the order of its code and once', () => {
  const codes = (records: readonly { ubigeo: string }[]) => records.map((record) => record.ubigeo)
  expect(new Set(codes(departments)).size).toBe(25)
  expect(new Set(codes(provinces)).size).toBe(196)
  expect(codes(departments)).toEqual(codes(departments).sort())
  expect(codes(provinces)).toEqual(codes(provinces).sort())
  for (const code of codes(departments)) expect(code).toMatch(/^\d\d0000$/)
  for (const code of codes(provinces)) expect(code).toMatch(/^\d\d(?!00)\d\d00$/)
})

test("RENIEC's numbers are a permutation of 01 to 25, with Callao behind and Ucayali last", () => {
  const numbers = Array.from({ length: 25 }, (_, i) => String(i + 1).padStart(2, '0'))
  expect(departments.map((department) => department.reniec).sort()).toEqual(numbers)
  const reniecOf = Object.fromEntries(departments.map((department) => [department.name, department.reniec]))
  expect(reniecOf).toMatchObject({
    Cajamarca: '06',
    Cusco: '07',
    Lima: '14',
    Tumbes: '23',
    Callao: '24',
    Ucayali: '25',
  })
})

test('a department has the population of its provinces and the capital of one of them', () => {
  for (const department of departments) {
    const inside = provinces.filter((province) => findDepartment(province.ubigeo) === department)
    expect(inside.reduce((sum, province) => sum + province.population, 0)).toBe(department.population)
    const { capital, lat, lon, altitudeM } = department
    expect(inside).toContainEqual(expect.objectContaining({ capital, lat, lon, altitudeM }))
  }
})

test('a place is found by the code of any place in it', () => {
  expect(findProvince('080914')?.name).toBe('La Convención')
  expect(findProvince('080900')?.name).toBe('La Convención')
  expect(findDepartment('080914')?.name).toBe('Cusco')
  expect(findProvince('080000')).toBeUndefined()
  expect(findProvince('089900')).toBeUndefined()
  expect(findDepartment('000000')).toBeUndefined()
})

test('a code that changed leads to a code of today, in a known province', () => {
  for (const [old, now] of successors) {
    expect(successors.has(now)).toBe(false)
    expect(now).not.toBe(old)
    expect(findProvince(now)?.name).toBe('Putumayo')
  }
})

test('names keep their accents and carry no stray space', () => {
  const names = [...departments, ...provinces].flatMap((record) => [record.name, record.capital])
  for (const name of names) expect(name).toMatch(/^[\p{Lu}][\p{L} ]*[\p{L}]$/u)
  expect(names).toEqual(expect.arrayContaining(['Áncash', 'Ferreñafe', 'Iñapari', 'Mariscal Cáceres', 'Aguaytía']))
})

test('a capital in the highlands lies above 1,900 m, one on the coast below, one in the jungle below 2,100 m', () => {
  const range = { coast: [0, 1900], highlands: [1900, 5000], jungle: [0, 2100] }
  const strange = provinces.filter(({ region, altitudeM }) => {
    const [low = 0, high = 0] = range[region]
    return altitudeM < low || altitudeM > high
  })
  expect(strange).toEqual([])
})
