import type { FurnitureKind } from "../model/block.ts";

/**
 * What furniture says in languages other than English: German, Dutch, French, Spanish, Portuguese, Italian, Polish, Russian, Ukrainian.
 * Whole lines in lower case, without marks and digits at either end.
 */
export const otherWholeLines: readonly (readonly [FurnitureKind, string])[] = [
  [
    "navigation",
    "startseite|menü|suche|suchen|anmelden|einloggen|registrieren|weiter|zurück|schlagworte|schlagwörter|stichworte|themen|nach oben|mehr|inhalt|inhaltsverzeichnis|übersicht|zur startseite|voltar|início|buscar|" +
      "accueil|rechercher|se connecter|retour|mots-clés|inicio|etiquetas|menú|cerca|accedi|tag|indietro|szukaj|zaloguj się|tagi|powrót|strona główna|меню|поиск|назад|теги|пошук|головна|zoeken|inloggen|terug",
  ],
  [
    "share",
    "teilen|artikel teilen|drucken|auf facebook teilen|auf twitter teilen|weiterleiten|merken|empfehlen|folgen|per e-mail teilen|compartir|compartilhar|compartilhe|imprimir|partager|imprimer|condividi|stampa|udostępnij|drukuj|поделиться|поділитися|delen|afdrukken|seguir",
  ],
  [
    "newsletter",
    "abonnieren|jetzt abonnieren|newsletter abonnieren|s'abonner|suscríbete|suscribirse|assine|iscriviti|subskrybuj|подписаться|підписатися|jetzt anmelden|abonneren",
  ],
  [
    "comment",
    "kommentare|kommentar|kommentieren|kommentar schreiben|kommentar verfassen|schreibe einen kommentar|antworten|antwort|diskussion|commentaires|commenter|laisser un commentaire|comentarios|comentários|deja un comentario|deixe um comentário|commenti|lascia un commento|komentarze|dodaj komentarz|комментарии|коментарі|reacties|antwort hinterlassen|hinterlasse einen kommentar|kommentar hinterlassen|leserkommentare",
  ],
  [
    "related",
    "mehr zum thema|mehr dazu|zum thema|auch interessant|lesen sie auch|lesen sie mehr|das könnte sie auch interessieren|das könnte dich auch interessieren|weitere artikel|weitere themen|weitere informationen|weiterlesen|ähnliche beiträge|ähnliche artikel|verwandte artikel|neueste artikel|neueste beiträge|aktuelle beiträge|schon gelesen|passend dazu|siehe auch|links zum thema|meistgelesen|meistgelesene artikel|empfehlungen der redaktion|empfehlungen aus der redaktion|empfohlener redaktioneller inhalt|auch lesen|mehr lesen|vorheriger beitrag|nächster beitrag|beitrags-navigation|beitragsnavigation|" +
      "à lire aussi|lire aussi|sur le même sujet|voir aussi|en savoir plus|articles similaires|lire la suite|leer más|lea también|lea además|te puede interesar|más información|noticias relacionadas|artículos relacionados|relacionadas|ver también|leia também|leia mais|veja também|saiba mais|notícias relacionadas|você pode gostar|artigos relacionados|leggi anche|potrebbe interessarti|articoli correlati|leggi tutto|czytaj także|czytaj też|czytaj również|zobacz też|zobacz także|zobacz również|podobne artykuły|czytaj więcej|więcej|читайте также|читать далее|по теме|также по теме|читайте також|читати далі|lees ook|lees meer|gerelateerde artikelen",
  ],
  [
    "legal",
    "impressum|datenschutz|datenschutzerklärung|agb|nutzungsbedingungen|mentions légales|aviso legal|política de privacidad|política de privacidade|polityka prywatności|regulamin|privacy|alle rechte vorbehalten|cookie-einstellungen|akzeptieren|alle akzeptieren",
  ],
  [
    "other",
    "anzeige|werbung|advertorial|über den autor|über die autorin|über die autoren|zur person|zum autor|publicité|publicidad|publicidade|pubblicità|reklama|реклама|advertentie|autor|autorin|à propos de l'auteur|sobre el autor|sobre o autor|o autorze|об авторе|redaktion|quellen ausblenden|bild teilen|foto|fotos|bild|advert|adverts",
  ],
];

/** Openings and set phrases in those languages; each is tried on lines of at most 700 characters and repeats nothing without a bound. */
export const otherPatterns: readonly (readonly [FurnitureKind, "sure" | "likely", RegExp])[] = [
  [
    "related",
    "sure",
    /^(?:lesen sie (?:auch|hier|mehr|dazu)|lies auch|auch (?:interessant|lesen)|mehr (?:zum thema|dazu|lesen)|siehe auch|passend dazu|weiterlesen|zum weiterlesen|(?:à )?lire aussi|voir aussi|sur le même sujet|(?:lea|lee|leer|leé) (?:también|además|más)|puedes? ver|te puede interesar|mir[aá] también|ver también|leia (?:também|mais)|veja também|leggi anche|guarda anche|(?:prze)?czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|читайте также|смотрите также|читайте також|дивіться також|lees ook|bekijk ook)\s?[:»>–-]/i,
  ],
  [
    "related",
    "sure",
    /^(?:mehr zum thema|mehr (?:artikel|beiträge|nachrichten|news) (?:aus|von|zu)|weitere (?:artikel|beiträge|informationen|nachrichten|infos) (?:zu|zum|zur|aus|von|finden|unter|gibt))\b[^.]{0,60}$/i,
  ],
  [
    "newsletter",
    "sure",
    /\bnewsletter\b.{0,60}\b(?:abonnieren|anmelden|bestellen|erhalten|eintragen|registrieren)|^(?:abonnieren sie|abonniere|jetzt abonnieren|melde dich|melden sie sich)\b.{0,80}\b(?:newsletter|kanal|podcast|an)\b|\b(?:direkt|kostenlos) (?:in|per) (?:dein|ihr|e-?mail)\b.{0,20}postfach|\binscrivez-vous (?:à|a) (?:notre|la) newsletter|\bsuscr[ií]b(?:ete|ase) a nuestr|\bassine (?:a |nossa )?newsletter|\biscriviti alla (?:nostra )?newsletter|\bzapisz się (?:do|na) newsletter/i,
  ],
  [
    "legal",
    "sure",
    /\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|wszelkie prawa zastrzeżone|все права защищены|всі права захищено)|\b(?:wir verwenden cookies|diese (?:website|webseite) (?:verwendet|nutzt|benutzt) cookies|ce site utilise des cookies|nous utilisons des cookies|utilizamos cookies|este (?:site|sitio) (?:usa|utiliza) cookies|questo sito (?:usa|utilizza) (?:i )?cookie|korzystamy z (?:plików )?cookies?)\b/i,
  ],
  [
    "comment",
    "sure",
    /^(?:\d{1,5} )?(?:kommentare?|commentaires?|comentarios?|comentários?|commenti|komentarz[ey]?)(?: ?[(:].{0,12})?$|^(?:deine e-mail-adresse wird nicht veröffentlicht|votre adresse e-mail ne sera pas publiée|tu dirección de correo electrónico no será publicada|o seu endereço de email não será publicado)/i,
  ],
  [
    "other",
    "sure",
    /^(?:tempo de leitura|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|czas czytania)\b.{0,30}$|^(?:artikel )?(?:veröffentlicht|aktualisiert|erstellt|publicado|publié|pubblicato|opublikowano|hinzugefügt)(?: am| le| el| em| il| von| por)?\s?:?\s[^.]{0,60}\d{4}.{0,20}$|^[-–* ]{0,3}(?:anzeige|werbung|publicité|publicidad|publicidade)[-–* ]{0,3}$|^dieser (?:eintrag|beitrag|artikel) wurde (?:veröffentlicht|am .{4,30} (?:veröffentlicht|geschrieben|gepostet))|^bild teilen\b|^(?:aufrufe|hits|zugriffe|visitas|visualizações)\s?:/i,
  ],
];
