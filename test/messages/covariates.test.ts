import { expect, test } from 'vitest'
import { covariateNames } from '../../src/messages/covariates.ts'
import { noteSentence } from '../../src/messages/notes.ts'
import { eventsOf } from '../../src/model/covariate.ts'
import { HAZARD_TYPES } from '../../src/model/observation.ts'

test('Covariates of files keep their names; those of calendar and register are told in words', () => {
  expect(covariateNames(['campana', 'events_cold', 'events_rain', 'holidays'], 'es')).toBe(
    'campana, los feriados, las emergencias (frío, lluvia)',
  )
  expect(covariateNames(HAZARD_TYPES.map(eventsOf), 'en')).toBe('emergencies')
  expect(covariateNames(['events_cold_wave'], 'es')).toBe('events_cold_wave')
  expect(noteSentence({ code: 'covariates-new', covariates: ['events_quake', 'icen'] }, 'es')).toContain(
    'sin icen, las emergencias (sismo):',
  )
})
