import { expect, test } from 'vitest'
import { findProvince } from '../../src/gazetteer/lookup.ts'
import { provinces } from '../../src/gazetteer/provinces.ts'
import { connected, parseAccess } from '../../src/model/access.ts'

const reached = (network: string): string[] =>
  provinces.filter(({ access }) => access.split(' ').includes(network)).map(({ name }) => name)

const accessOf = (ubigeo: string) => parseAccess(findProvince(ubigeo)?.access ?? '') ?? []

test('every province has a network, each of a known mode and named once', () => {
  const wrong = provinces.filter(({ access }) => {
    const networks = parseAccess(access) ?? []
    return networks.length === 0 || new Set(networks).size !== networks.length
  })
  expect(wrong).toEqual([])
})

test('the country has these networks and no other', () => {
  const networks = new Set(provinces.flatMap(({ access }) => access.split(' ')))
  expect([...networks].sort()).toEqual([
    'air',
    'animal:main',
    'river:amazon',
    'river:madre-de-dios',
    'river:maranon',
    'river:putumayo',
    'road:iquitos',
    'road:main',
  ])
})

test('the road network of the country leaves out most of Loreto and Purús', () => {
  const roadless = provinces.filter(({ access }) => !access.includes('road:main')).map(({ name }) => name)
  expect(roadless).toEqual([
    'Maynas',
    'Loreto',
    'Mariscal Ramón Castilla',
    'Requena',
    'Ucayali',
    'Datem del Marañón',
    'Putumayo',
    'Purús',
  ])
  expect(reached('road:iquitos')).toEqual(['Maynas', 'Loreto'])
})

test('a lorry and a boat meet in four capitals: Puerto Inca, Yurimaguas, Pucallpa, Atalaya', () => {
  const both = reached('river:amazon').filter((name) => reached('road:main').includes(name))
  expect(both).toEqual(['Puerto Inca', 'Alto Amazonas', 'Coronel Portillo', 'Atalaya'])
})

test('Iquitos is reached from Pucallpa by boat and from Lima only by air', () => {
  const lima = accessOf('150100')
  const iquitos = accessOf('160100')
  expect(connected('river', accessOf('250100'), iquitos)).toBe(true)
  expect(connected('road', lima, iquitos)).toBe(false)
  expect(connected('river', lima, iquitos)).toBe(false)
  expect(connected('air', lima, iquitos)).toBe(true)
})

test('a province without road and river has an airfield', () => {
  const neither = provinces.filter(({ access }) => !/road|river/.test(access))
  expect(neither.map(({ name, access }) => `${name}: ${access}`)).toEqual(['Purús: air'])
})

test('pack animals reach the highlands and nothing else', () => {
  expect(reached('animal:main')).toEqual(provinces.filter((it) => it.region === 'highlands').map(({ name }) => name))
})
