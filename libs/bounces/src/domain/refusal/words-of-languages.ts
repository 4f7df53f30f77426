import type { Vocabulary } from './vocabulary.js';

/** The commonest two things that mailers say of a recipient, in the languages whose mailers say them in their own. */
export const wordsOfLanguages: Vocabulary = [
  [
    'mailbox-full',
    [
      /\bpostfach\b.{0,20}\bvoll\b|\bbo[îi]te\b.{0,30}\bpleine\b|\bcasella\b.{0,20}\bpiena\b/i,
      /\bbuz[óo]n\b.{0,20}\bllen[oa]\b|\bcaixa\b.{0,20}\bcheia\b|\bpostvak\b.{0,20}\bvol\b/i,
      /ящик\S{0,3} .{0,20}переполнен|(?:邮箱|信箱|郵箱).{0,10}[已]?[满滿]|(?:메일함|사서함).{0,10}(?:가득|초과)/i,
    ],
  ],
  [
    'unknown-recipient',
    [
      /\bunbekannter? (?:benutzer|empf[äa]e?nger|adresse)|\bonbekende? (?:gebruiker|ontvanger|adres)|\b(?:utente|destinatario) (?:non trovato|inesistente)/i,
      /\b(?:benutzer|empf[äa]e?nger|postfach|adresse)\b.{0,20}\b(?:unbekannt|existiert nicht|nicht gefunden)/i,
      /\b(?:utilisateur|destinataire|adresse|bo[îi]te)\b.{0,20}\b(?:inconnue?|inexistante?|introuvable|n['’]existe pas)/i,
      /\b(?:usuario|destinatario|direcci[óo]n|buz[óo]n)\b.{0,20}\b(?:desconocid[oa]|inexistente|no existe)/i,
      /\b(?:usu[áa]rio|destinat[áa]rio|endere[çc]o|caixa)\b.{0,20}\b(?:desconhecid[oa]|inexistente|n[ãa]o existe)/i,
      /\b(?:utente|destinatario|indirizzo|casella)\b.{0,20}\b(?:sconosciut[oa]|inesistente|non esiste)/i,
      /\b(?:gebruiker|ontvanger|adres)\b.{0,20}\b(?:onbekend|bestaat niet)/i,
      /(?:пользовател|получател|адрес|ящик)\S{0,4} .{0,20}(?:не (?:существует|найден)|неизвест)/i,
      /(?:用户|用戶|收件人|邮箱|信箱|郵箱|地址).{0,10}(?:不存在|未知|无效|無效|找不到)|(?:사용자|수신자|주소).{0,10}(?:없|존재하지)/,
    ],
  ],
];
