// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/identity_words.hpp"

#include <array>

namespace palermo {
namespace {

constexpr auto lists = std::to_array<IdentityWordList>({
    {"", word::platform,
     "facebook instagram tiktok snapchat twitter telegram whatsapp wechat weibo viber vkontakte вконтакте одноклассники linkedin onlyfans"},
    {"", word::numbered, "no nr n° nº № num"},
    {"", word::handle, "username nickname handle login"},
    {"", word::document, "nric aadhaar bvn cnic ktp pesel cpf nin iban"},
    {"", word::not_name,
     "ngo un unodc unhcr unicef iom ilo echr eu uk us usa uae cctv dna hiv std sms gps id sim gbp usd eur aud cad nzd chf dkk nok sek zar "
     "thb "
     "inr php rub kzt ils jod aed hkd cny jpy brl mxn cfa xof xaf interpol europol eurojust facebook instagram tiktok whatsapp youtube"},

    {"en", word::victim,
     "victim victims complainant complainants claimant claimants plaintiff plaintiffs applicant applicants petitioner petitioners survivor "
     "survivors deceased prosecutrix"},
    {"en", word::person, "girl woman boy child migrant minor teenager daughter infant baby maid housemaid"},
    {"en", word::people, "girls women boys children migrants minors teenagers worker workers"},
    {"en", word::named, "named surnamed nicknamed"},
    {"en", word::called, "called alias aka"},
    {"en", word::known, "known identified"},
    {"en", word::name, "name names surname"},
    {"en", word::link, "is was were are as of the real first full given her his simply"},
    {"en", word::title, "mr mrs ms miss mx sister"},
    {"en", word::not_name,
     "support impact services service fund act acts protection compensation commissioner unit witness witnesses assistance rights "
     "statement "
     "surcharge liaison centre center office identification notification court courts state crown police prosecutor prosecution government "
     "ministry minister judge justice article articles section sections convention protocol directive embassy consulate committee "
     "commission "
     "council monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan god he she they it i we you his her their "
     "who "
     "whose where when while after before because although though since if then there this that these those no not and or but so yes "
     "however later afterwards meanwhile finally eventually initially moreover furthermore therefore consequently subsequently "
     "nevertheless "
     "thus indeed instead again once often sometimes also here today yesterday north south east west european african asian american "
     "muslim christian buddhist hindu roma rohingya english french spanish arabic ltd inc llc company hotel international national federal "
     "supreme high district appeal trafficking trauma act's doe exploitation safety shelter helpline hotline network number one two three "
     "officer detective inspector sergeant constable dr professor lord lady sir navigator advocate advocates charter code programme "
     "program nonetheless otherwise besides hence likewise overall rather elsewhere nowadays tonight tomorrow lastly "
     "regardless thereafter thereupon henceforth inside outside upstairs downstairs abroad nearby below above twice perhaps maybe worse "
     "granted pregnant alone naked exhibit count counts annex appendix schedule paragraph female male adult unknown unnamed anonymous "
     "lankan rican saudi leonean papua guinean zealand zealander zealanders yazidi hmong"},
    {"en", word::month,
     "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov "
     "dec"},
    {"en", word::small, "the a an of to in at on by from with for and or near into onto over under between against about through during"},
    {"en", word::place_in, "in at near to from"},
    {"en", word::indefinite, "a an another one"},
    {"en", word::relation,
     "mother father parents sister brother husband wife son daughter uncle aunt cousin niece nephew grandmother grandfather stepfather "
     "stepmother boyfriend fiancé guardian"},
    {"en", word::possessive, "her his their whose"},
    {"en", word::birth, "born birth dob birthday birthdate"},
    {"en", word::phone, "phone telephone mobile tel cell cellphone fax whatsapp"},
    {"en", word::document, "passport passports identity id ssn visa licence license permit account security insurance laissez-passer"},
    {"en", word::sign, "dot"},
    {"en", word::digit, "zero oh one two three four five six seven eight nine"},
    {"en", word::ordinal,
     "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
     "seventeenth eighteenth nineteenth twentieth thirtieth"},
    {"en", word::numbered, "number numbers numbered"},
    {"en", word::street_after, "street road avenue lane drive crescent terrace boulevard square gardens st rd ave blvd"},
    {"en", word::handle, "profile account user"},
    {"en", word::age, "aged age old"},
    {"en", word::childs_age, "six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"},
    {"en", word::occupation,
     "nurse teacher student pupil schoolgirl schoolboy seamstress hairdresser accountant engineer doctor midwife clerk secretary "
     "journalist "
     "singer model actress actor dancer lawyer pharmacist librarian baker tailor carpenter fisherman soldier footballer athlete nun monk "
     "receptionist beautician translator programmer photographer musician dentist veterinarian goldsmith jeweller "
     "beekeeper shepherd shepherdess weaver potter blacksmith champion soprano organist pianist violinist poet novelist sculptor "
     "scientist biologist physicist lecturer headmistress firefighter wrestler boxer swimmer gymnast cyclist optician radiographer "
     "physiotherapist paramedic acrobat juggler ballerina choreographer composer broadcaster archivist archaeologist geologist surveyor "
     "watchmaker shoemaker cobbler locksmith"},

    {"fr", word::victim,
     "victime victimes plaignante plaignant plaignantes plaignants requérante requérant requérants requérantes demanderesse demandeur "
     "rescapée survivante"},
    {"fr", word::person, "fille fillette femme garçon enfant migrant migrante mineur mineure adolescente adolescent bébé travailleuse"},
    {"fr", word::people, "filles fillettes femmes garçons enfants migrants migrantes mineurs mineures adolescentes travailleuses"},
    {"fr", word::named,
     "nommée nommé nommées nommés prénommée prénommé prénommées prénommés dénommée dénommé dénommées dénommés surnommée surnommé"},
    {"fr", word::called, "appelée appelé appelle appelait"},
    {"fr", word::known, "connue connu identifiée identifié"},
    {"fr", word::name, "nom prénom identité"},
    {"fr", word::link, "est était étaient sont furent de d et vrai la le"},
    {"fr", word::title, "mme mlle m monsieur madame mademoiselle"},
    {"fr", word::not_name,
     "article articles tribunal cour état parquet police ministère convention protocole code loi ambassade lundi mardi mercredi jeudi "
     "vendredi samedi dimanche noël dieu il elle ils elles on je nous cependant ensuite puis enfin après avant selon dans en le la les un "
     "une des ce cette ces son sa ses et ou mais donc société ainsi toutefois néanmoins pourtant alors ailleurs désormais parfois souvent "
     "aussi ici là hier demain"},
    {"fr", word::month, "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"},
    {"fr", word::small, "le la les l de du des d à au aux en dans par pour sur sous avec chez vers et ou un une"},
    {"fr", word::place_in, "à de en dans vers près"},
    {"fr", word::clitic, "de du des d la le les l"},
    {"fr", word::indefinite, "un une"},
    {"fr", word::relation,
     "mère père parents sœur soeur frère mari époux épouse fils fille oncle tante cousin cousine nièce neveu grand-mère tuteur tutrice "
     "compagnon"},
    {"fr", word::possessive, "sa son ses leur leurs dont"},
    {"fr", word::birth, "née né nés nées naissance"},
    {"fr", word::phone, "téléphone portable tél tel mobile"},
    {"fr", word::document, "passeport identité titre visa permis compte carte"},
    {"fr", word::sign, "arobase"},
    {"fr", word::digit, "zéro un deux trois quatre cinq six sept huit neuf"},
    {"fr", word::ordinal, "premier deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente"},
    {"fr", word::numbered, "numéro numéros n"},
    {"fr", word::street, "rue avenue boulevard impasse allée chemin quai"},
    {"fr", word::handle, "profil compte pseudo pseudonyme identifiant"},
    {"fr", word::age, "âgée âgé âge"},
    {"fr", word::childs_age, "six sept huit neuf dix onze douze treize quatorze quinze seize"},
    {"fr", word::occupation,
     "infirmière infirmier institutrice enseignante étudiante étudiant élève lycéenne collégienne écolière coiffeuse couturière comptable "
     "médecin secrétaire journaliste chanteuse danseuse avocate pharmacienne boulanger soldat religieuse dentiste vétérinaire bijoutière "
     "bergère berger tisserande potière championne pianiste violoniste organiste poétesse sculptrice biologiste apicultrice "
     "kinésithérapeute gymnaste nageuse"},

    {"es", word::victim,
     "víctima víctimas denunciante denunciantes querellante demandante demandantes peticionaria agraviada agraviado ofendida "
     "sobreviviente"},
    {"es", word::person, "niña niño mujer chica muchacha joven menor migrante adolescente bebé trabajadora"},
    {"es", word::people, "niñas niños mujeres chicas muchachas jóvenes menores migrantes adolescentes trabajadoras"},
    {"es", word::named, "llamada llamado llamadas llamados apodada apodado llama llamaba denominada"},
    {"es", word::known, "conocida conocido identificada identificado"},
    {"es", word::name, "nombre nombres apellido"},
    {"es", word::link, "es era eran fue fueron son de verdadero el la y se"},
    {"es", word::title, "sra srta sr señora señorita señor doña don"},
    {"es", word::not_name,
     "artículo tribunal corte juzgado estado fiscalía policía ministerio convención protocolo código ley embajada lunes martes miércoles "
     "jueves viernes sábado domingo navidad dios él ella ellos ellas sin luego después entonces finalmente según en el la los las un una y "
     "o pero su sus dicha dicho posteriormente asimismo además también así aunque porque cuando mientras entonces ahora aquí allí ayer"},
    {"es", word::month, "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre"},
    {"es", word::small, "el la los las de del a al en con por para sobre desde hasta hacia y o un una"},
    {"es", word::place_in, "en a de desde hacia"},
    {"es", word::clitic, "de del la las los el"},
    {"es", word::indefinite, "una un otra otro"},
    {"es", word::relation,
     "madre padre padres hermana hermano esposo esposa marido hijo hija tío tía primo prima sobrina sobrino abuela abuelo padrastro "
     "madrastra novio tutor tutora"},
    {"es", word::possessive, "su sus cuya cuyo"},
    {"es", word::birth, "nacida nacido nació nacimiento"},
    {"es", word::phone, "teléfono telefono móvil celular tel"},
    {"es", word::document, "pasaporte identidad ciudadanía dni cédula nie curp visado visa permiso cuenta documento"},
    {"es", word::sign, "arroba"},
    {"es", word::digit, "cero uno dos tres cuatro cinco seis siete ocho nueve"},
    {"es", word::ordinal, "primero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte treinta"},
    {"es", word::numbered, "número números núm"},
    {"es", word::street, "calle avenida avda carrera paseo plaza jirón"},
    {"es", word::handle, "perfil cuenta usuario usuaria apodo"},
    {"es", word::age, "edad"},
    {"es", word::childs_age, "seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete"},
    {"es", word::occupation,
     "enfermera enfermero maestra maestro profesora estudiante alumna colegiala peluquera costurera contadora médica secretaria periodista "
     "cantante bailarina abogada farmacéutica soldado monja dentista veterinaria joyera orfebre tejedora alfarera campeona pianista "
     "violinista organista poetisa escultora bióloga apicultora gimnasta nadadora partera matrona comadrona fisioterapeuta"},

    {"ru", word::victim, "потерпевш* жертв* пострадавш* заявител* истиц* истец истц*"},
    {"ru", word::person, "девушк* девочк* женщин* мальчик* ребенок ребёнок ребенк* ребёнк* мигрант* несовершеннолетн* подрост*"},
    {"ru", word::people, "девушек девочек женщины мальчики дети детей мигранты"},
    {"ru", word::named, "имени фамилии прозвищу зовут звали"},
    {"ru", word::called, "называл* известн*"},
    {"ru", word::name, "имя фамилия отчество фио"},
    {"ru", word::link, "ее её его был была были по"},
    {"ru", word::title, "г гр гражданк* госпож* гражданин*"},
    {"ru", word::not_name,
     "статья статьи статье суд суда суду прокуратура прокурор полиция мвд министерство конвенция протокол кодекс ук упк рф закон "
     "посольство он она они оно и или но затем потом однако также после до если когда где в на по к с от бог понедельник вторник среда "
     "четверг пятница суббота воскресенье впоследствии кроме поэтому тогда теперь итак впрочем наконец ооо оао зао"},
    {"ru", word::month, "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"},
    {"ru", word::small, "в во на по к ко с со от до из у о об за при и или"},
    {"ru", word::place_in, "в во из под близ"},
    {"ru", word::relation,
     "мать матери отец отца отцу сестра сестре сестры брат брата брату муж мужа жена жены сын сына дочь дочери дядя тетя тётя бабушка "
     "дедушка отчим мачеха опекун*"},
    {"ru", word::possessive, "её ее его их"},
    {"ru", word::birth, "родил* рожден* урожен* рождён* р"},
    {"ru", word::phone, "телефон* тел моб мобильн* сотов*"},
    {"ru", word::document, "паспорт* удостоверени* снилс инн виз* счет счёт счета полис*"},
    {"ru", word::numbered, "номер* серия серии"},
    {"ru", word::ordinal,
     "первого второго третьего четвертого четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого "
     "двадцатого тридцатого"},
    {"ru", word::street, "улиц* ул проспект* пр-т переул* бульвар* шоссе"},
    {"ru", word::handle, "профил* аккаунт* ник логин* страниц*"},
    {"ru", word::age, "летн* возраст*"},
    {"ru", word::childs_age,
     "шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать"},
    {"ru", word::occupation,
     "медсестр* учительниц* учител* студент* школьниц* школьник* учениц* парикмахер* швея швею бухгалтер* врач* секретар* "
     "журналист* певиц* танцовщиц* юрист* солдат* монахин* воспитательниц* акушерк* стоматолог* ветеринар* ювелир* ткачих* гончар* "
     "чемпионк* пианистк* скрипачк* поэтес* биолог* пчеловод* гимнастк* пловчих* фельдшер*"},

    {"ar", word::victim, "ضحية ضحايا مجني مشتكية مشتكي مدعية متضررة شاكية"},
    {"ar", word::person, "فتاة طفلة طفل امرأة صبي قاصر مهاجر مهاجرة شابة عاملة خادمة"},
    {"ar", word::people, "فتيات نساء أطفال مهاجرين عاملات"},
    {"ar", word::named, "تدعى يدعى مدعوة مدعو مسماة مسمى سميت اسمها اسمه"},
    {"ar", word::name, "اسم"},
    {"ar", word::link, "هو هي كان كانت عليها عليه"},
    {"ar", word::title, "سيدة آنسة سيد"},
    {"ar", word::not_name, "محكمة شرطة نيابة وزارة قانون مادة التي الذي في من على إلى عن قد لم لا ليس غير سابقا لدى كما"},
    {"ar", word::month,
     "يناير فبراير مارس أبريل ابريل مايو يونيو يونيه يوليو يوليه أغسطس اغسطس سبتمبر أكتوبر اكتوبر نوفمبر ديسمبر شباط آذار نيسان أيار "
     "حزيران تموز آب أيلول كانون تشرين محرم صفر رجب شعبان رمضان شوال ربيع جمادى"},
    {"ar", word::small, "في من على إلى عن مع"},
    {"ar", word::place_in, "في من إلى"},
    {"ar", word::birth, "ولدت ولد مواليد ميلاد مولودة مولود ولادة"},
    {"ar", word::phone, "هاتف هاتفها هاتفه جوال جوالها موبايل تلفون محمول واتساب"},
    {"ar", word::document, "جواز هوية بطاقة إقامة تأشيرة حساب"},
    {"ar", word::numbered, "رقم رقمه رقمها"},
    {"ar", word::street, "شارع"},
    {"ar", word::handle, "حسابها حسابه مستخدم"},
    {"ar", word::platform, "فيسبوك انستغرام تويتر واتساب تلغرام"},
    {"ar", word::age, "عمرها عمره"},
    {"ar", word::occupation, "ممرضة معلمة طالبة طالب مدرسة خياطة طبيبة محاسبة سكرتيرة صحفية مغنية راقصة محامية"},

    {"de", word::victim, "opfer geschädigte geschädigten klägerin nebenklägerin nebenklägers beschwerdeführerin"},
    {"de", word::person, "mädchen frau kind junge migrantin jugendliche tochter"},
    {"de", word::people, "frauen kinder jungen"},
    {"de", word::named, "namens hieß heißt genannt genannte"},
    {"de", word::name, "name namen"},
    {"de", word::link, "ist war"},
    {"de", word::title, "frau herr"},
    {"de", word::not_name,
     "gericht landgericht polizei artikel staat montag dienstag mittwoch donnerstag freitag samstag sonntag opfer straftaten gewalt "
     "menschenhandel angehörige"},
    {"de", word::month, "januar jänner februar märz april mai juni juli august september oktober november dezember"},
    {"de", word::small, "der die das den dem des in im am an bei aus von zu mit und oder"},
    {"de", word::birth, "geboren geborene geburtsdatum geb"},
    {"de", word::phone, "telefon tel handy mobil telefonnummer handynummer rufnummer"},
    {"de", word::document, "reisepass pass ausweis personalausweis konto visum"},
    {"de", word::numbered, "nummer"},
    {"de", word::handle, "profil konto nutzername benutzername"},

    {"it", word::victim, "vittima vittime parte-lesa offesa denunciante ricorrente querelante"},
    {"it", word::person, "ragazza donna bambina bambino ragazzo minore migrante minorenne"},
    {"it", word::people, "ragazze donne bambini bambine migranti minori"},
    {"it", word::named, "chiamata chiamato chiamate detta soprannominata"},
    {"it", word::known, "conosciuta conosciuto"},
    {"it", word::name, "nome cognome"},
    {"it", word::link, "di è era erano fu furono sono"},
    {"it", word::title, "sig signora signorina signor"},
    {"it", word::not_name,
     "articolo tribunale corte stato procura polizia convenzione protocollo codice lunedì martedì mercoledì giovedì venerdì sabato "
     "domenica inoltre tuttavia quindi poi infine dunque allora anche così qui ieri"},
    {"it", word::childs_age, "sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette"},
    {"it", word::month, "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"},
    {"it", word::small, "il lo la i gli le di a da in con su per tra fra e o un una del della"},
    {"it", word::clitic, "di del della dei"},
    {"it", word::indefinite, "una un altra"},
    {"it", word::relation, "madre padre sorella fratello marito moglie figlio figlia zio zia nonna nonno"},
    {"it", word::possessive, "sua suo loro cui"},
    {"it", word::birth, "nata nato nascita"},
    {"it", word::phone, "telefono cellulare tel"},
    {"it", word::document, "passaporto identità conto visto permesso"},
    {"it", word::numbered, "numero"},
    {"it", word::street, "via viale piazza corso vicolo"},
    {"it", word::handle, "profilo account"},
});

}  // namespace

std::span<const IdentityWordList> identity_word_lists() { return lists; }

}  // namespace palermo
