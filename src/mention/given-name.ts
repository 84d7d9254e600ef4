import { wordKey } from "./word.ts";

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Given names that are women's nearly everywhere, as `wordKey` writes them. Common knowledge, written by hand. */
const women = setOf(`
  abigail ada adela adelaide adele adriana agata agnes agnieszka aida aigul aisha aishatu aleksandra alena alessandra alexandra alexia alice alicja alina
  aline alla alma alyona amal amalia amanda amara amelia amina amira amy ana anabel anahit anais anastasia anastasiya angela angelica angelina
  anika anita anja anke anna annabel anne annegret annette annie ansa antonia anu anya aoife april ariana arpine asel asha asma astrid
  audrey aurelia aurora ayesha aygun aylin aysel ayse azadeh barbara bahar beata beatrice beatrix beatriz belen bente bernadette bertha beth bettina
  beverly bianca birgit birgitta bintou blanca bozena brenda bridget brigida brigita brigitte camila camilla carla carmen carol carolina caroline
  catalina catarina caterina catherine cathy cecilia celia celeste celine chantal charlotte chiara chiamaka chidinma chloe christa christiane
  christina christine claire clara clarissa claudia clementine colette concepcion connie consuelo corinna cristina cynthia daiana daisy dalia dana danae daniela
  danielle danuta daria darya dawn deborah debra deepa delia denise diana diane dilnoza dina dolores dominika donna dora doris dorota dorothea
  dorothy edda edita edith edna eileen ekaterina elaine eleanor elena eleni elif elisa elisabeth elise elizabeth ella ellen elsa elspeth elvira
  emilia emily emma erica erika esperanza esra estela ester esther eszter eugenia eva evelyn ewa fadila farah fatima fatma fatou fatoumata fatimah
  federica felicia fernanda fiona flora florence frances francesca franziska frida friederike gabriela gabriele gabriella galina gemma genevieve georgia
  geraldine gerda gertrude gisela gita giulia giuliana gloria golnaz grace graciela greta gretchen gudrun guadalupe gulnara gwen hadiza hala hana hanna
  hannah hanan harriet heather hedwig heidi helen helena helene helga hellen henrietta hilary hilda hilde hinemoa hiroko hodan huda ida ilaria
  ildiko ilona ilsa ilse imelda imogen ines inga inge ingrid inna irena irene irina irma isabel isabella isabelle isla ivana ivanka ivy iwona
  jacqueline jadwiga jamila jana jane janet janice janina jasmin jasmina jeanne jelena jemima jennifer jenny jessica jill joan joana joanna
  jocelyn johanna jolana jolanta josefa josefina josephine jovana joyce juana judith judy julia juliana julie juliet juliette justina justyna jutta kamala
  kamila karen karin karina karla karolina kasia katalin katarina katarzyna kate katerina katharina katherine kathleen kathrin kathy katja katrin katya
  kayla keiko kerstin kinga kira kirsten klara klaudia krisztina krystyna laila lala lana lara larisa larissa latifa laura lauren layla lea leah
  leila lena leonie leticia leyla lia lidia lidiya liesel ligia lilia lilian liliana lily linda lisa lise liv livia ljiljana ljubica lola lora
  lorena lorraine louisa louise lucia lucie lucy ludmila luisa luiza lydia lyubov lyudmila mabel madeleine magda magdalena maggie mahsa maja malala malgorzata
  manuela mara marcela margaret margarita margot marguerite maria mariam mariama mariana marianna marianne marie mariela marija marijke marika marina marion
  marisa marisol marit mariya marjorie marlene marta martha martina mary maryam masha mathilde matilda maud maureen maya meera mehwish melania melanie
  melinda melissa mercedes mercy meryem mia michaela michelle mila milena milica mina mira miranda mireille miriam mirjana moira molly mona
  monica monika monique muriel myriam nadezhda nadia nadine nadiya naledi nancy naomi natalia natalie nataliya natalya natasha nawal nazanin neema nelly ngozi
   nicole nikki nina nino niamh noemi nona nora noraini norma nour nur oksana oktavia olena olga olha olivia ophelia orla ottilie paloma
  pamela paola patience patricia patrizia paula paulina pauline penelope penny perpetua petra phoebe phyllis pia pilar polina precious priscilla
  priti priya priyanka rachel rada radka raquel rebecca regina renata renate rhoda rita roberta rocio romana rosa rosalia rosalind rosario rose
  rosemary roxana ruta ruth sabina sabine sabrina sadaf saida sally salma salome samantha samira sandra sanna sara sarah saskia sevinj shabnam sharon
  sheila shirin shirley sibylle sigrid silke silvia simona simone siobhan snezana sofia sofie sofiya soledad solveig sonia sonja sonya sophia sophie
  soraya stefania stella stephanie sue susan susana susanna susanne suzanne svetlana sviatlana svitlana sybil sylvia sylvie tabitha tala talia tamar tamara
  tania tanja tanya tatiana tatjana tatsiana tatyana tawakkol teodora teresa thandiwe thea theresa thi tilda tina tova tracy ulla ulrike uma ursula valentina
  valeria valerie vanessa vasiliki vera verena verona veronica veronika vesna victoria viktoria viktoriya viola violeta virginia vita wanda wendy
  wilhelmina winifred xenia yael yana yasemin yasmin yasmina yekaterina yelena yevgenia yolanda yuki yulia yuliya yvette yvonne zahra zainab zara zarina
  zdenka zeynep zhanna zina zita zofia zoe zora zsuzsa zuzana zuzanna thembi lindiwe nomvula chipo rutendo wanjiru njeri achieng sinead deirdre
  hyun-ji mi-ran soo-jin eun-ji mei xiaomei noriko yoko yumi akiko sakura ayumi thuy huong ngoc trang siti dewi sri putri nurul`);

/** The same for men. */
const men = setOf(`
  aaron abdel abdi abdikarim abdul abdullah abdirahman abel abraham abu adam adnan adolf adrian ahmad ahmed ahmet akbar akira alan albert alberto albrecht
  aldo alec aleksandar aleksander aleksandr aleksei aleksey ales alessandro alexander alexandre alexandru alexei alexey alfonso alfred alfredo
  alhassan ali aliaksandr alistair alois alvaro alyaksandr amadou amir amos anand anatol anatoli anatoly anders andre andreas andrei andrej andres andrew
  andrey andrii andriy andrzej andy angelo angus anibal anil ansel anthony antoine anton antonio antti anwar aram archie ari arjun armand armando
  armen arne arnold aron arsen artem artur arthur artyom arturo asif aslan attila august aurel axel ayman aziz babak baek baltasar bartosz bashar
  basil behrouz ben benedict benedikt benjamin bernard bernd bernhard bernie bert bilal bill bob bogdan boris boubacar branko brendan brett brian bruce
  bruno burak callum camilo carl carlo carlos casper cedric cem cesar charles charlie chen christian christoph christophe christopher cillian
  claude claudio clement clive colin colm connor conor constantin cornelius craig cristian cyril cyrus dale damian damien damir dan daniel daniil daniyar danilo
  dariusz darko dave david davit dean denis dennis derek desmond didier diego dieter dimitar dimitri dimitris dimitrios dirk dmitri dmitriy dmitry dmytro
  dominic dominik don donald doru douglas dragan drago duncan dusan dwight dzmitry eamon earl eberhard ed eddie edgar edmund eduard eduardo edward
  edwin egon einar eirik elias elijah eliot elmar elnur elwood emanuel emeka emil emilio emir emmanuel emre enrico enrique enzo eric erich erik
  erlan ernest ernesto ernst erwin ethan eugen eugene eusebio evan fabian fabio faisal farid felipe felix ferdinand ferenc fernando festus filip
  filippo florian francis francisco francois frank franz fred frederic frederick fredrik friedrich fritz fyodor gabor gabriel gareth garry gary gavin
  gennadi gennady geoffrey georg george georges georgi georgiy gerald gerard gerd gerhard gheorghe gianni gideon gilbert giles giorgi giorgio giovanni
  giuseppe gleb glenn goran gordon graham grant greg gregor gregory grigory guido guillaume gunnar gunter gustav gustavo guy gyorgy habib hakan halil
  hamid hamza hamzah hans harald hariri harold harry hartmut harvey hasan hashim hassan hector heinrich heinz helmut hendrik henning henri henrik
  henry herbert herman hermann hiroshi horacio horst howard hubert hugh hugo humphrey hussain hussein ian ibrahim ignacio igor ihor ilham ilie ilir
  ilya imran imre ioan ion ionut isaac isaiah ismail istvan ivan ivo jack jacek jack jacob jacques jaime jake jakob jakub jamal james jan
  janez janos janusz jared jarek jaroslav jason javier jay jean-luc jeff jeffrey jens jeremy jerome jerry jerzy jesus jim jimmy joachim joao joaquin
  joe joel johan johann johannes john johnny jon jonas jonathan jorg jorge jose josef joseph josh joshua josip jozef juan jukka jules julian
  julio julius jurgen juri justin kamal kamran karel karim karl kaspar kazimierz keith ken kenji kenneth kevin khaled khalid kieran kirill klaus
  kofi konrad konstantin kostas krzysztof kurt kwame kwasi kyle lajos lance lars larry lasse laszlo laurent lazar lech lee leif leo leon leonard
  leonid leopold leroy leszek lev levan lewis liam lionel lior lloyd lorenzo louis luc luca lucas lucian luciano ludwig luis luka lukas luke luther
  maciej magnus maher mahmoud mahmud maksim malcolm malik mamadou manfred manolis manu manuel marat marc marcel marcelo marcin marco marcos marcus marek
  mariano marin mario marius mark marko markus martin marvin massimo mateusz mathias matteo matthew matthias maurice mauricio mauro max maxim maximilian
  mehdi mehmet melvin michael michal michel miguel mihai mihail mihaly mikael mike mikhail mikheil mikko mikola milan milos miloslav milorad miro miroslav
  mirko mitch modibo mohamed mohammad mohammed moritz morten moses moussa muhammad mukhtar murad murat musa mustafa mykhailo mykola nabil nasser nathan ned
  neil nelson nestor nicholas nick nicolae nicolas niels nigel nikita nikola nikolai nikolaj nikolaos nikolas nikolay nils noah norbert norman obinna olaf ole
  oleg oleh oleksandr oleksii oleksiy oliver olivier olof omar orhan oscar oskar osman otto owen pablo paolo pascal patrick paul paulo pavel pavlo pawel
  pedro per percy pete peter petr petro petros petru phil philip philipp philippe pierre pieter piotr pius prakash predrag pyotr quentin radek
  radomir radoslav radoslaw radovan rafael rafal rahul raj rajesh ralph ramon ramzan rashid rasmus raul raymond ravi ray raymond reinhard rene
  ricardo riccardo richard rick rob robert roberto rodrigo roger rohan roland rolf roman romeo ron ronald rory ross roy ruben rudolf rui
  rupert ruslan russell rustam ryan ryszard saad said salim salman salvador salvatore sam sami samir samuel sandor santiago scott sean
  sebastian selim serge sergei sergej sergey sergio serhii serhiy seth shane shaun siegfried sigmund simon slavko slobodan solomon soren stanislav
  stanislaw stefan stefano stephan stephane stephen sten steve steven stewart stoyan stuart sven sviatoslav sylvain szymon tadeusz taras tariq ted
  teemu teodor terence terry theo theodor theodore thomas thorsten tibor tim timo timothy timur tobias toby todd tom tomas tomasi tomasz tommaso tommy tony
  tor torsten trevor tristan tyler ulrich uwe vaclav vadim vadym valentin valery valeriy vasil vasile vasily vasyl viktor victor vikram viljar vincent vincenzo
  vitali vitaliy vitaly vito vlad vladimir vladislav vlado vojtech volodymyr vuk vyacheslav wade waldemar walid walter warren wayne werner wilfred wilfredo
  wilhelm will william willy wojciech wolfgang xavier yakov yann yannick yaroslav yasser yegor yevgeny yevhen yiannis yousef youssef yuri yuriy yury yusuf yves
  zbigniew zdenek zoltan zoran zurab jun-ho tae-seok sang-woo hyun-woo min-jun jae-in joon-ho kenta takeshi hiroki satoshi kwabena tendai thabo sipho
  siddharth arvind suresh ramesh budi joko agus bambang tuan baraka jomo njoroge kamau otieno mwangi deng garang chol tomislav`);

/** Family names of women in Slavic languages: "Kovářová", "Petrova", "Sokolskaya". */
const womansFamily = /(?:[oe]va|[oe]vna|skaya|skaia|ska|cka|ovska|evska|aite|iene|yte)$/;
/** Men's names in "-a" of the lists are met before; what is left with this ending is rather a woman's. */
const womansEnding = /(?:[^aeiou]ia|ina|ela|ita|ella|etta|elle|ette|isa|ana|ara|yna|iya)$/;

/** What the name of a person tells of gender. `sure` is false where only an ending tells it. */
export interface NamedGender {
  readonly female: boolean;
  readonly sure: boolean;
}

/** The gender that a person's name tells, by a list of given names, else by endings; null where it tells none. `parts` are the words of the name, without titles. */
export function genderOf(parts: readonly string[]): NamedGender | null {
  if (parts.length === 0) return null;
  const given = parts.length > 1 ? parts.slice(0, -1) : parts;
  const keys = given.map((part) => wordKey(part));
  for (const key of keys) {
    if (women.has(key) && !men.has(key)) return { female: true, sure: true };
    if (men.has(key) && !women.has(key)) return { female: false, sure: true };
  }
  // Chinese, Korean and Vietnamese names begin with the family's: the last words are the given ones.
  const last = wordKey(parts.at(-1)!);
  if (parts.length > 1 && parts[0]!.length < 6 && women.has(last) !== men.has(last))
    return { female: women.has(last), sure: false };
  if (parts.length > 1 && womansFamily.test(last)) return { female: true, sure: true };
  const first = keys[0]!;
  return womansEnding.test(first) ? { female: true, sure: false } : null;
}
