// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/code_labels.hpp"

#include <algorithm>
#include <cstddef>

namespace palermo {
namespace {

// In the order of label_languages: Arabic, English, Spanish, French, Russian, Chinese. Where the Convention and its Protocols have words
// for it in the authentic languages, these are they; the others are ours, and nobody of law who reads that language has checked them yet.
// An outcome and an effect are named as nouns, so that no language must know how many were convicted, and of which sex. Within the
// list of a facet no two codes share a label: queries name a value by it, as in outcome:condena.

constexpr auto outcomes = std::to_array<CodeLabels>({
    {"convicted", {"إدانة", "Convicted", "Condena", "Condamnation", "Осуждение", "定罪"}},
    {"acquitted", {"تبرئة", "Acquitted", "Absolución", "Acquittement", "Оправдание", "宣告无罪"}},
    {"partly-convicted",
     {"إدانة جزئية وتبرئة جزئية", "Partly convicted, partly acquitted", "Condena parcial y absolución parcial",
      "Condamnation partielle et acquittement partiel", "Осуждение в части и оправдание в части", "部分定罪、部分无罪"}},
    {"conviction-upheld",
     {"تأييد الإدانة", "Conviction upheld", "Condena confirmada", "Condamnation confirmée", "Обвинительный приговор оставлен в силе",
      "维持定罪"}},
    {"conviction-overturned",
     {"إلغاء الإدانة", "Conviction overturned", "Condena revocada", "Condamnation annulée", "Обвинительный приговор отменен", "撤销定罪"}},
    {"acquittal-upheld",
     {"تأييد التبرئة", "Acquittal upheld", "Absolución confirmada", "Acquittement confirmé", "Оправдательный приговор оставлен в силе",
      "维持无罪判决"}},
    {"acquittal-overturned",
     {"إلغاء التبرئة", "Acquittal overturned", "Absolución revocada", "Acquittement annulé", "Оправдательный приговор отменен",
      "撤销无罪判决"}},
    {"sentence-changed", {"تعديل العقوبة", "Sentence changed", "Pena modificada", "Peine modifiée", "Наказание изменено", "改判刑罚"}},
    {"retrial-ordered",
     {"الأمر بإعادة المحاكمة", "Retrial ordered", "Nuevo juicio ordenado", "Nouveau procès ordonné",
      "Дело направлено на новое рассмотрение", "发回重审"}},
    {"discontinued",
     {"إنهاء الدعوى", "Proceedings discontinued", "Sobreseimiento", "Abandon des poursuites", "Производство по делу прекращено",
      "终止诉讼"}},
    {"violation-found",
     {"ثبوت انتهاك الحقوق", "Violation of rights found", "Violación de derechos constatada", "Violation des droits constatée",
      "Нарушение прав установлено", "认定侵犯权利"}},
    {"no-violation",
     {"عدم ثبوت انتهاك الحقوق", "No violation of rights found", "Ninguna violación de derechos constatada",
      "Aucune violation des droits constatée", "Нарушение прав не установлено", "未认定侵犯权利"}},
    {"claim-granted",
     {"قبول الدعوى أو الطلب", "Claim or application granted", "Demanda o solicitud estimada", "Demande ou requête accueillie",
      "Иск или заявление удовлетворены", "诉求或申请获准"}},
    {"claim-refused",
     {"رفض الدعوى أو الطلب", "Claim or application refused", "Demanda o solicitud desestimada", "Demande ou requête rejetée",
      "В иске или заявлении отказано", "诉求或申请被驳回"}},
    {"law-read-down",
     {"تضييق تفسير القانون أو إبطاله", "Law read down or struck down", "Ley interpretada restrictivamente o invalidada",
      "Loi interprétée restrictivement ou invalidée", "Закон истолкован ограничительно или признан недействительным",
      "法律被限缩解释或宣告无效"}},
    {"interim-decision",
     {"قرار تمهيدي دون حكم", "Interim decision, no verdict", "Decisión provisional, sin veredicto", "Décision provisoire, sans verdict",
      "Промежуточное решение без приговора", "中间裁决，尚无判决"}},
    {"other", {"غير ذلك", "Other", "Otro", "Autre", "Прочее", "其他"}},
});

constexpr auto crime_types = std::to_array<CodeLabels>({
    {"trafficking-in-persons",
     {"الاتجار بالأشخاص", "Trafficking in persons", "Trata de personas", "Traite des personnes", "Торговля людьми", "人口贩运"}},
    {"smuggling-of-migrants",
     {"تهريب المهاجرين", "Smuggling of migrants", "Tráfico ilícito de migrantes", "Trafic illicite de migrants",
      "Незаконный ввоз мигрантов", "偷运移民"}},
    {"organized-criminal-group",
     {"المشاركة في جماعة إجرامية منظمة", "Participation in an organized criminal group", "Participación en un grupo delictivo organizado",
      "Participation à un groupe criminel organisé", "Участие в организованной преступной группе", "参加有组织犯罪集团"}},
    {"money-laundering",
     {"غسل الأموال", "Money laundering", "Blanqueo de dinero", "Blanchiment d'argent", "Отмывание денежных средств", "洗钱"}},
    {"corruption", {"الفساد", "Corruption", "Corrupción", "Corruption", "Коррупция", "腐败"}},
    {"obstruction-of-justice",
     {"عرقلة سير العدالة", "Obstruction of justice", "Obstrucción de la justicia", "Entrave au bon fonctionnement de la justice",
      "Воспрепятствование осуществлению правосудия", "妨害司法"}},
    {"drug-offences",
     {"الجرائم المتصلة بالمخدرات", "Drug offences", "Delitos relacionados con drogas", "Infractions liées à la drogue",
      "Преступления, связанные с наркотиками", "毒品犯罪"}},
    {"firearms-offences",
     {"الجرائم المتصلة بالأسلحة النارية", "Firearms offences", "Delitos relacionados con armas de fuego",
      "Infractions liées aux armes à feu", "Преступления, связанные с огнестрельным оружием", "枪支犯罪"}},
    {"cybercrime", {"الجريمة السيبرانية", "Cybercrime", "Ciberdelincuencia", "Cybercriminalité", "Киберпреступность", "网络犯罪"}},
    {"fraud", {"الاحتيال", "Fraud", "Fraude", "Fraude", "Мошенничество", "欺诈"}},
    {"other", {"غير ذلك", "Other", "Otro", "Autre", "Прочее", "其他"}},
});

constexpr auto court_levels = std::to_array<CodeLabels>({
    {"first-instance",
     {"محكمة ابتدائية", "Court of first instance", "Tribunal de primera instancia", "Tribunal de première instance", "Суд первой инстанции",
      "初审法院"}},
    {"appeal", {"محكمة استئناف", "Court of appeal", "Tribunal de apelación", "Cour d'appel", "Апелляционный суд", "上诉法院"}},
    {"supreme", {"محكمة عليا", "Supreme court", "Tribunal supremo", "Cour suprême", "Верховный суд", "最高法院"}},
    {"constitutional",
     {"محكمة دستورية", "Constitutional court", "Tribunal constitucional", "Cour constitutionnelle", "Конституционный суд", "宪法法院"}},
    {"international",
     {"محكمة دولية", "International court", "Tribunal internacional", "Juridiction internationale", "Международная судебная инстанция",
      "国际性法院"}},
    {"other", {"غير ذلك", "Other", "Otro", "Autre", "Прочее", "其他"}},
});

constexpr auto international_bodies = std::to_array<CodeLabels>({
    {"council-of-europe", {"مجلس أوروبا", "Council of Europe", "Consejo de Europa", "Conseil de l'Europe", "Совет Европы", "欧洲委员会"}},
    {"european-union", {"الاتحاد الأوروبي", "European Union", "Unión Europea", "Union européenne", "Европейский союз", "欧洲联盟"}},
    {"organization-of-american-states",
     {"منظمة الدول الأمريكية", "Organization of American States", "Organización de los Estados Americanos",
      "Organisation des États américains", "Организация американских государств", "美洲国家组织"}},
    {"african-union", {"الاتحاد الأفريقي", "African Union", "Unión Africana", "Union africaine", "Африканский союз", "非洲联盟"}},
    {"ecowas",
     {"الجماعة الاقتصادية لدول غرب أفريقيا", "Economic Community of West African States",
      "Comunidad Económica de los Estados de África Occidental", "Communauté économique des États de l'Afrique de l'Ouest",
      "Экономическое сообщество западноафриканских государств", "西非国家经济共同体"}},
    {"united-nations", {"الأمم المتحدة", "United Nations", "Naciones Unidas", "Nations Unies", "Организация Объединенных Наций", "联合国"}},
    {"other",
     {"هيئة دولية أخرى", "Other international body", "Otro órgano internacional", "Autre organe international",
      "Другой международный орган", "其他国际机构"}},
});

constexpr auto further_codes = std::to_array<CodeLabels>({
    {"not-recorded", {"غير مسجل", "Not recorded", "No consta", "Non indiqué", "Не указано", "未记录"}},
    // stages of a proceeding
    {"pre-trial",
     {"المرحلة السابقة للمحاكمة", "Pre-trial", "Fase previa al juicio", "Phase préalable au procès", "Досудебное производство",
      "审前阶段"}},
    {"first-instance", {"الدرجة الأولى", "First instance", "Primera instancia", "Première instance", "Первая инстанция", "一审"}},
    {"appeal", {"الاستئناف", "Appeal", "Apelación", "Appel", "Апелляция", "上诉"}},
    {"final-appeal",
     {"الطعن النهائي", "Final appeal", "Recurso de última instancia", "Recours en dernière instance", "Обжалование в последней инстанции",
      "终审上诉"}},
    {"constitutional-review",
     {"الرقابة الدستورية", "Constitutional review", "Control de constitucionalidad", "Contrôle de constitutionnalité",
      "Конституционный контроль", "合宪性审查"}},
    {"international",
     {"إجراءات دولية", "International proceedings", "Procedimiento internacional", "Procédure internationale",
      "Международное разбирательство", "国际诉讼程序"}},
    // kinds of text
    {"fact-summary", {"الوقائع", "Facts", "Hechos", "Faits", "Обстоятельства дела", "案情"}},
    {"legal-reasoning",
     {"تعليل المحكمة", "Reasoning of the court", "Razonamiento del tribunal", "Raisonnement du tribunal", "Обоснование решения суда",
      "法院的推理"}},
    {"commentary", {"تعليق", "Commentary", "Comentario", "Commentaire", "Комментарий", "评论"}},
    {"procedural-history",
     {"سير الإجراءات", "Procedural history", "Antecedentes procesales", "Historique de la procédure", "История производства по делу",
      "诉讼经过"}},
    // sources of tags, crime types and keywords
    {"digest", {"خلاصة القضايا", "Case digest", "Compendio de casos", "Recueil d'affaires", "Сборник дел", "案例摘要"}},
    {"cataloguer", {"المفهرس", "Cataloguer", "Catalogador", "Catalogueur", "Составитель записи", "编目员"}},
    {"sherloc-keyword",
     {"كلمة مفتاحية من SHERLOC", "SHERLOC keyword", "Palabra clave de SHERLOC", "Mot clef de SHERLOC", "Ключевое слово SHERLOC",
      "SHERLOC 关键词"}},
    {"sherloc-keywords",
     {"كلمات مفتاحية من SHERLOC", "SHERLOC keywords", "Palabras clave de SHERLOC", "Mots clefs de SHERLOC", "Ключевые слова SHERLOC",
      "SHERLOC 关键词"}},
    {"sherloc-badge",
     {"شارة الجريمة في SHERLOC", "SHERLOC crime badge", "Distintivo de delito de SHERLOC", "Badge d'infraction de SHERLOC",
      "Значок преступления SHERLOC", "SHERLOC 犯罪标识"}},
    // roles of an evidential issue
    {"strengthened",
     {"عزز قضية الادعاء", "Strengthened the case", "Reforzó la acusación", "A renforcé l'accusation", "Усилило обвинение",
      "加强了控方主张"}},
    {"weakened",
     {"أضعف قضية الادعاء", "Weakened the case", "Debilitó la acusación", "A affaibli l'accusation", "Ослабило обвинение",
      "削弱了控方主张"}},
    {"neutral", {"محايد", "Neutral", "Neutral", "Neutre", "Не повлияло", "无影响"}},
    {"unclear", {"الدور غير واضح", "Role not clear", "Papel no claro", "Rôle incertain", "Роль не ясна", "作用不明"}},
    // persons in a proceeding
    {"defendant", {"المتهم", "Defendant", "Acusado", "Défendeur", "Обвиняемый", "被告人"}},
    {"victim", {"الضحية", "Victim", "Víctima", "Victime", "Потерпевший", "被害人"}},
    // verdicts and what came later
    {"guilty", {"مذنب", "Guilty", "Culpable", "Coupable", "Виновен", "有罪"}},
    {"not-guilty", {"غير مذنب", "Not guilty", "No culpable", "Non coupable", "Невиновен", "无罪"}},
    {"partly-guilty", {"مذنب جزئيا", "Partly guilty", "Parcialmente culpable", "Partiellement coupable", "Виновен в части", "部分有罪"}},
    {"withdrawn", {"سحب التهمة", "Withdrawn", "Cargo retirado", "Accusation retirée", "Обвинение снято", "撤回指控"}},
    {"upheld", {"تأييد القرار", "Upheld", "Decisión confirmada", "Décision confirmée", "Решение оставлено в силе", "维持原判"}},
    {"overturned", {"إلغاء القرار", "Overturned", "Decisión revocada", "Décision annulée", "Решение отменено", "撤销原判"}},
    {"varied", {"تعديل القرار", "Varied", "Decisión modificada", "Décision modifiée", "Решение изменено", "变更原判"}},
    {"pardoned", {"عفو", "Pardoned", "Indulto", "Grâce", "Помилование", "赦免"}},
    // kinds and genders of persons
    {"natural", {"شخص طبيعي", "Person", "Persona física", "Personne physique", "Физическое лицо", "自然人"}},
    {"legal", {"هيئة اعتبارية", "Company or authority", "Persona jurídica", "Personne morale", "Юридическое лицо", "法人"}},
    {"group", {"مجموعة", "Group", "Grupo", "Groupe", "Группа", "群体"}},
    {"unknown", {"غير معروف", "Not known", "Se desconoce", "Inconnu", "Неизвестно", "不详"}},
    {"male", {"ذكر", "Male", "Masculino", "Masculin", "Мужской", "男"}},
    {"female", {"أنثى", "Female", "Femenino", "Féminin", "Женский", "女"}},
    {"mixed", {"مختلط", "Mixed", "Mixto", "Mixte", "Смешанный", "男女均有"}},
    // identifiers
    {"unodc", {"رقم UNODC", "UNODC number", "Número de la UNODC", "Numéro de l'ONUDC", "Номер УНП ООН", "UNODC 编号"}},
    {"sherloc-path", {"المسار في SHERLOC", "SHERLOC path", "Ruta en SHERLOC", "Chemin dans SHERLOC", "Путь в SHERLOC", "SHERLOC 路径"}},
    {"neutral-citation", {"إحالة محايدة", "Neutral citation", "Cita neutral", "Référence neutre", "Нейтральная ссылка", "中立引证号"}},
    {"report",
     {"مجموعة الأحكام", "Law report", "Repertorio de jurisprudencia", "Recueil de jurisprudence", "Сборник судебных решений", "判例汇编"}},
    {"ecli", {"ECLI", "ECLI", "ECLI", "ECLI", "ECLI", "ECLI"}},
    {"docket", {"رقم القضية", "Docket number", "Número de expediente", "Numéro de dossier", "Номер дела", "案号"}},
    {"application", {"رقم الطلب", "Application number", "Número de demanda", "Numéro de requête", "Номер жалобы", "申请编号"}},
    {"other", {"غير ذلك", "Other", "Otro", "Autre", "Прочее", "其他"}},
});

/// The place of a language in a row; that of English for any other.
std::size_t column_of(std::string_view lang) {
    const auto* found = std::ranges::find(label_languages, lang);
    if (found == label_languages.end()) found = std::ranges::find(label_languages, "en");
    return static_cast<std::size_t>(found - label_languages.begin());
}

}  // namespace

std::span<const CodeLabels> codes_of(CodeList list) {
    switch (list) {
        case CodeList::outcome: return outcomes;
        case CodeList::crime_type: return crime_types;
        case CodeList::court_level: return court_levels;
        case CodeList::international_body: return international_bodies;
        case CodeList::further: break;
    }
    return further_codes;
}

std::string_view label_of(CodeList list, std::string_view code, std::string_view lang) {
    const auto codes = codes_of(list);
    const auto found = std::ranges::find(codes, code, &CodeLabels::code);
    return found == codes.end() ? code : found->labels[column_of(lang)];
}

}  // namespace palermo
