import type { Driver, DriverEffect } from '../../model/driver.ts'
import { ubigeo } from '../../model/ubigeo.ts'
import { real, type Table, text } from './table.ts'

export const DRIVER_EFFECTS: Table<DriverEffect> = {
  name: 'drivers',
  columns: [
    text('ubigeo', 'place', (d) => d.ubigeo),
    text('product', 'product', (d) => d.product),
    text(
      'driver',
      'recent months, level, season (same months of past years), calendar, place, signals (covariates of the past) or plans (covariates known ahead)',
      (d) => d.driver,
    ),
    real(
      'effect',
      'by how much the mean of the window is higher by way of the networks because of it, as far as they weigh, in the product’s unit',
      (d) => d.effect,
    ),
  ],
  read: (row) => ({
    ubigeo: ubigeo(row.text('ubigeo')),
    product: row.text('product'),
    driver: row.text('driver') as Driver,
    effect: row.number('effect'),
  }),
}
