/** Month names of a language from January on, with a blank between months and a bar between forms: cases, short forms (from CLDR, and some that are printed beside). */
const monthNames: Readonly<Record<string, string>> = {
  en: "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sep|sept october|oct november|nov december|dec",
  de: "januar|jan|jänner|jän februar|feb märz|mär|mrz april|apr mai juni|jun juli|jul august|aug september|sep|sept oktober|okt november|nov dezember|dez",
  fr: "janvier|janv février|févr|fev mars avril|avr|avri mai juin juillet|juil|juill août septembre|sept octobre|oct novembre|nov décembre|déc",
  es: "enero|ene febrero|feb marzo|mar abril|abr mayo|may junio|jun julio|jul agosto|ago septiembre|sept|sep|setiembre octubre|oct noviembre|nov diciembre|dic",
  it: "gennaio|gen febbraio|feb marzo|mar aprile|apr maggio|mag giugno|giu luglio|lug agosto|ago settembre|set|sett ottobre|ott novembre|nov dicembre|dic",
  nl: "januari|jan februari|feb maart|mrt|maa april|apr mei juni|jun juli|jul augustus|aug september|sep oktober|okt november|nov december|dec",
  pt: "janeiro|jan fevereiro|fev março|mar abril|abr maio|mai junho|jun julho|jul agosto|ago setembro|set outubro|out novembro|nov dezembro|dez",
  pl: "styczeń|sty|stycznia luty|lut|lutego marzec|mar|marca kwiecień|kwi|kwietnia maj|maja czerwiec|cze|czerwca lipiec|lip|lipca sierpień|sie|sierpnia wrzesień|wrz|września październik|paź|października listopad|lis|listopada grudzień|gru|grudnia",
  ru: "январь|янв|января февраль|февр|февраля март|марта|мар апрель|апр|апреля май|мая июнь|июня|июн июль|июля|июл август|авг|августа сентябрь|сент|сентября|сен октябрь|окт|октября ноябрь|нояб|ноября|ноя декабрь|дек|декабря",
  uk: "січень|січ|січня лютий|лют|лютого березень|бер|березня квітень|квіт|квітня травень|трав|травня червень|черв|червня липень|лип|липня серпень|серп|серпня вересень|вер|вересня жовтень|жовт|жовтня листопад|лист|листопада грудень|груд|грудня",
  be: "студзень|сту|студзеня люты|лют|лютага сакавік|сак|сакавіка красавік|кра|красавіка май|мая чэрвень|чэр|чэрвеня ліпень|ліп|ліпеня жнівень|жні|жніўня верасень|вер|верасня кастрычнік|кас|кастрычніка лістапад|ліс|лістапада снежань|сне|снежня",
  tr: "ocak|oca şubat|şub mart|mar nisan|nis mayıs|may haziran|haz temmuz|tem ağustos|ağu eylül|eyl ekim|eki kasım|kas aralık|ara",
  el: "ιανουαρίου|ιαν|ιανουάριος|ιανουάριο φεβρουαρίου|φεβ|φεβρουάριος μαρτίου|μαρ|μάρτιος απριλίου|απρ|απρίλιος μαΐου|μαΐ|μάιος|μαϊος ιουνίου|ιουν|ιούνιος ιουλίου|ιουλ|ιούλιος αυγούστου|αυγ|αύγουστος σεπτεμβρίου|σεπ|σεπτέμβριος οκτωβρίου|οκτ|οκτώβριος νοεμβρίου|νοε|νοέμβριος δεκεμβρίου|δεκ|δεκέμβριος",
  sv: "januari|jan februari|feb mars april|apr maj juni juli augusti|aug september|sep oktober|okt november|nov december|dec",
  da: "januar|jan februar|feb marts|mar april|apr maj juni|jun juli|jul august|aug september|sep oktober|okt november|nov december|dec",
  no: "januar|jan februar|feb mars|mar april|apr mai juni|jun juli|jul august|aug september|sep oktober|okt november|nov desember|des",
  cs: "leden|led|ledna únor|úno|února březen|bře|března duben|dub|dubna květen|kvě|května červen|čvn|června červenec|čvc|července srpen|srp|srpna září|zář říjen|říj|října listopad|lis|listopadu prosinec|pro|prosince",
  sk: "január|jan|januára február|feb|februára marec|mar|marca apríl|apr|apríla máj|mája jún|júna júl|júla august|aug|augusta september|sep|septembra október|okt|októbra november|nov|novembra december|dec|decembra",
  ro: "ianuarie|ian februarie|feb martie|mar aprilie|apr mai iunie|iun iulie|iul august|aug septembrie|sept octombrie|oct noiembrie|nov decembrie|dec",
  hu: "január|jan február|febr március|márc április|ápr május|máj június|jún július|júl augusztus|aug szeptember|szept október|okt november|nov december|dec",
  fi: "tammikuu|tammi|tammikuuta helmikuu|helmi|helmikuuta maaliskuu|maalis|maaliskuuta huhtikuu|huhti|huhtikuuta toukokuu|touko|toukokuuta kesäkuu|kesä|kesäkuuta heinäkuu|heinä|heinäkuuta elokuu|elo|elokuuta syyskuu|syys|syyskuuta lokakuu|loka|lokakuuta marraskuu|marras|marraskuuta joulukuu|joulu|joulukuuta",
  bg: "януари февруари март април май юни юли август септември октомври ноември декември",
  sr: "јануар|јан фебруар|феб март|мар април|апр мај јун јул август|авг септембар|сеп октобар|окт новембар|нов децембар|дец",
  ca: "gener|gen febrer|febr març abril|abr maig juny juliol|jul agost|ag setembre|set octubre|oct novembre|nov desembre|des",
  id: "januari|jan februari|feb maret|mar april|apr mei juni|jun juli|jul agustus|agu september|sep oktober|okt november|nov desember|des",
};

/** Weekday names, long and short. */
const weekdayNames: Readonly<Record<string, string>> = {
  en: "tues thur thurs monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun",
  de: "montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonntag so",
  fr: "lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim",
  es: "lunes lun martes mar miércoles mié jueves jue viernes vie sábado sáb domingo dom",
  it: "lunedì lun martedì mar mercoledì mer giovedì gio venerdì ven sabato sab domenica dom",
  nl: "maandag ma dinsdag di woensdag wo donderdag do vrijdag vr zaterdag za zondag zo",
  pt: "segunda terça quarta quinta sexta feira seg ter qua qui sex sábado sáb domingo dom",
  pl: "poniedziałek pon wtorek wt środa śr czwartek czw piątek pt sobota sob niedziela niedz",
  ru: "среду субботу пятницу понедельник пн вторник вт среда ср четверг чт пятница пт суббота сб воскресенье вс",
  uk: "понеділок пн вівторок вт середа ср четвер чт пʼятниця пт субота сб неділя нд",
  be: "панядзелак пн аўторак аў серада ср чацвер чц пятніца пт субота сб нядзеля нд",
  tr: "pazartesi pzt salı sal çarşamba çar perşembe per cuma cum cumartesi cmt pazar paz",
  el: "δευτέρα δευ τρίτη τρί τετάρτη τετ πέμπτη πέμ παρασκευή παρ σάββατο σάβ κυριακή κυρ",
  sv: "måndag mån tisdag tis onsdag ons torsdag tors fredag fre lördag lör söndag sön",
  da: "mandag man tirsdag tirs onsdag ons torsdag tors fredag fre lørdag lør søndag søn",
  no: "mandag man tirsdag tir onsdag ons torsdag tor fredag fre lørdag lør søndag søn",
  cs: "pondělí po úterý út středa st čtvrtek čt pátek pá sobota so neděle ne",
  sk: "pondelok po utorok ut streda st štvrtok št piatok pi sobota so nedeľa ne",
  ro: "luni lun marți mar miercuri mie joi vineri vin sâmbătă sâm duminică dum",
  hu: "hétfő h kedd k szerda sze csütörtök cs péntek p szombat szo vasárnap v",
  fi: "maanantai ma tiistai ti keskiviikko ke torstai to perjantai pe lauantai la sunnuntai su",
  bg: "понеделник пн вторник вт сряда ср четвъртък чт петък пт събота сб неделя нд",
  sr: "понедељак пон уторак уто среда сре четвртак чет петак пет субота суб недеља нед",
  ca: "dilluns dl dimarts dt dimecres dc dijous dj divendres dv dissabte ds diumenge dg",
  id: "senin sen selasa sel rabu rab kamis kam jumat jum sabtu sab minggu min",
};

/** A word without accents, in lower case: printed capitals often lack them, and Turkish has two letters for i. */
export const plainWord = (word: string): string =>
  word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ı", "i");

const monthByName: ReadonlyMap<string, number> = new Map(
  Object.values(monthNames).flatMap((language) =>
    language.split(" ").flatMap((forms, at) => forms.split("|").map((form) => [plainWord(form), at + 1] as const)),
  ),
);

const weekdays: ReadonlySet<string> = new Set(
  Object.values(weekdayNames).flatMap((language) => language.split(" ").map(plainWord)),
);

/** The month (1 to 12) that `word` names in one of the languages known here, in any case and with or without accents; null where it names none. */
export const monthOf = (word: string): number | null => monthByName.get(plainWord(word)) ?? null;

/** Does `word` name a day of the week, in full or shortened, in one of the languages known here? */
export const isWeekday = (word: string): boolean => weekdays.has(plainWord(word));
