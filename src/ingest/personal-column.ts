import { fold } from './fold.ts'

const PERSONAL: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'identity',
    /\b(dni|nro doc|num doc|n doc|documento(?: de)? identidad|numero documento|tipo documento|carnet|pasaporte|ruc)\b/,
  ],
  ['telephone', /\b(telefono|telefonos|tel|telf|celular|cel|movil|phone|whatsapp)\b/],
  ['e-mail', /\b(e mail|email|mail|correo|correo electronico)\b/],
  [
    'name',
    /\b(apellidos?|ape paterno|ape materno|nombres|nombre completo|nombre (?:del? )?(?:beneficiari[oa]|persona|titular|responsable|contacto|usuari[oa]|director[a]?|madre|padre|ninos?|apoderad[oa])|beneficiari[oa]|responsable|contacto|titular|director[a]?|apoderad[oa]|first name|last name|surname)\b/,
  ],
]

/** What a header says of persons that we must not keep; `undefined` for any other header. */
export function personalKind(header: string): string | undefined {
  const folded = fold(header)
  return PERSONAL.find(([, pattern]) => pattern.test(folded))?.[0]
}
