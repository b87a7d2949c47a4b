/**
 * Districts whose INEI code changed while their territory stayed: old code → code of today.
 * Law 30186 of 2014 made two districts of Maynas into districts of the new province of Putumayo; registers and code
 * books kept their old codes for years.
 *
 * Not here: 150144 (Santa María de Huachipa) was given a number and never created. Codes that a code book of its own
 * numbers differently (one equivalence table of 2020 counts the districts of Tayacaja without gaps, so that its 090709
 * is INEI's 090710) are a fault of that book: they name other districts in INEI's.
 */
export const successors: ReadonlyMap<string, string> = new Map([
  ['160109', '160801'], // Putumayo
  ['160114', '160803'], // Teniente Manuel Clavero
])
