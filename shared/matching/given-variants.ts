/**
 * Given names that are one name in several languages of a region, or a short form of it: Dmytro and
 * Dmitry, Meriem and Maryam (of whose vowels Arabic writes none), Alex and Alexandra. Folded; each line one name. A name of several
 * lines may be any of them.
 */
const NAMES = `
sergey sergei serhiy serhii siarhei serguei
dmitry dmitri dmitriy dmitrii dmytro dzmitry dima
alexey aleksei alexei aleksey oleksiy oleksii alyaksei aliaksei
alexander aleksandr alexandr oleksandr aliaksandr aleksandar alexandre sasha alex
alexandra aleksandra oleksandra sasha alex
elena yelena olena alena helena
vladimir volodymyr uladzimir wladimir
evgeny yevgeny evgenii yevgeniy evgeniy yevhen yauhen eugene
evgenia yevgenia yevheniia evgeniya eugenia
svetlana svitlana sviatlana
olga olha volha
georgy georgi georgiy heorhiy george giorgi yuri
nikolay nikolai mykola mikalai nicolae
mikhail mykhailo mikhailo mikhas michael
natalia natalya nataliya nataliia natalja natallia
tatiana tatyana tetiana tetyana tatsiana tatjana
pavel pavlo pavol paul
petr pyotr petro piotr peter
anna hanna ganna ana
irina iryna
ekaterina yekaterina kateryna katsiaryna katerina katarina kate
vasily vasiliy vasilii vasyl
andrey andrei andriy andrii andrej
igor ihor
grigory grigoriy hryhoriy hryhorii
oleg oleh
yulia yuliya yuliia julia iuliia
maria mariya mariia marija
ivan ioann iwan ian
yury yuri yuriy yurii iurii juri
fyodor fedor fedir fiodor theodore
zhanna janna zana jeanne
lyubov liubov ljubov lioubov
ksenia kseniya xenia aksenia
محمد mohammed muhammad mohamed mohammad muhammed mohamad mehmet
احمد ahmed ahmad ahmet
يوسف yousef yusuf youssef yousif yusef joseph
خالد khaled khalid halid
فاطمه fatima fatma fatimah fatoumata
حسين hussein husain hussain hossein husayn huseyin
مريم mariam maryam meriem miriam myriam
ليلي layla leila laila leyla
عمر omar umar omer
طارق tariq tarek tareq tarik
نور noor nour nur
سعيد saeed said sayed
كريم karim kareem kerim
هدي huda houda hoda
ابراهيم ibrahim ebrahim brahim
جميله jamila jameela djamila cemile
رشيد rashid rachid rasheed reshid
زينب zainab zaynab zeinab zeynep
عبدالله abdullah abdallah abdulla abdoulaye abdullo
سمير samir sameer semir
حسن hassan hasan hacen
مصطفي mustafa mostafa moustafa
اسماعيل ismail ismael esmail
thomas tom tomas
robert rob bob bobby
patricia pat patty
patrick pat
daniel dan danny daniil
benedikt benjamin ben
maximilian maxim maksim max
elisabeth elizabeth elisa liz beth eliza yelizaveta
christopher christian chris
william will bill willem
katherine catherine kate kathy cathy katie
margaret maggie meg
michael mike mick mikael
matthew mateusz matt matteo matthias
nathalie natalie nat
stephen steven steve stefan stephane
anthony antonio tony anton
joseph joe jose
samuel samantha sam
edward eduard ed eddie
frederick frederic friedrich fred
richard rick dick
charles carlos karl charlie
james jim jimmy jaime
john jon johnny jan johannes
philip philippe phil filip
andrew andy andreas andre
nicholas nick nicolas nikolaus nicola
deborah debora deb debbie
susan suzanne sue susanna
barbara barb
jennifer jen jenny
victoria viktoria vicky vika
timothy tim
gabriel gabriele gabriella gabi gabri
`;

const BY_FORM = new Map<string, number[]>();
for (const [line, names] of NAMES.trim().split('\n').entries()) {
  for (const name of names.split(' ')) BY_FORM.set(name, [...(BY_FORM.get(name) ?? []), line]);
}

/** Numbers of the names of which these forms of a word are a usual variant. */
export function givenVariants(forms: readonly string[]): number[] {
  return [...new Set(forms.flatMap((form) => BY_FORM.get(form) ?? []))];
}
