// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpus/xml_fault.hpp"

#include "corpus/shortened.hpp"
#include "corpus/stop_at_fault.hpp"
#include "corpus/unfit_character.hpp"

#include <libxml/parser.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace palermo {
namespace {

struct Free {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

/// The first complaint of the engine, which may have more about what follows from it.
struct Fault {
    int code = XML_ERR_OK;
    int line = 0;
    int column = 0;
    std::string name;           ///< of the tag or attribute that it is about
    int opened_line = 0;        ///< of the tag that is open
    bool is_in_entity = false;  ///< line and column are those of what it holds
};

/// Hears the complaints about one text.
struct Listener {
    const xmlParserCtxt* reader = nullptr;  ///< of the text; what an entity holds is read by another one
    Fault fault{};
};

std::string text_of(const xmlChar* text) { return text != nullptr ? reinterpret_cast<const char*>(text) : std::string(); }

std::string with_prefix(const std::string& prefix, const std::string& name) { return prefix.empty() ? name : prefix + ':' + name; }

/// The name that a complaint is about, as it stands in the text: the engine says the names of elements without their prefixes, and of an
/// attribute the prefix by itself.
std::string name_in(const xmlError& error, const xmlParserCtxt& context) {
    std::string first = error.str1 != nullptr ? error.str1 : "";
    const std::string second = error.str2 != nullptr ? error.str2 : "";
    if (error.code == XML_ERR_ATTRIBUTE_REDEFINED) return second.empty() ? first : with_prefix(first, second);
    const bool is_open_tag = error.code == XML_ERR_TAG_NAME_MISMATCH || error.code == XML_ERR_TAG_NOT_FINISHED;
    if (!is_open_tag || context.node == nullptr) return first;
    // A prefix that nobody declares is a part of the name.
    return with_prefix(context.node->ns != nullptr ? text_of(context.node->ns->prefix) : "", text_of(context.node->name));
}

void keep_first(void* data, xmlError* error) {
    stop_at_fault(data, error);
    const auto& context = *static_cast<xmlParserCtxt*>(error->ctxt);
    auto& [reader, fault] = *static_cast<Listener*>(context._private);
    if (error->level != XML_ERR_FATAL || fault.code != XML_ERR_OK) return;
    // Of a value in quotes the engine names the entity that a < comes from.
    const bool is_in_value = error->code == XML_ERR_LT_IN_ATTRIBUTE && error->str1 != nullptr;
    fault = {.code = error->code,
             .line = error->line,
             .column = error->int2,
             .name = name_in(*error, context),
             .opened_line = error->int1,
             .is_in_entity = &context != reader || is_in_value || error->code == XML_ERR_ENTITY_LOOP};
}

/// Without a code: the text is well-formed.
Fault first_fault(const SourceText& source) {
    const auto& text = source.text();
    const std::unique_ptr<xmlParserCtxt, Free> context(xmlNewParserCtxt());
    Listener listener{.reader = context.get()};
    context->_private = &listener;
    context->sax->serror = keep_first;
    int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    // Bombs are made of entities, and only a document type declares them.
    if (text.find("<!DOCTYPE") == std::string::npos) options |= XML_PARSE_HUGE;
    const std::unique_ptr<xmlDoc, Free> document(
        xmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", options));
    if (document != nullptr) return {};
    if (listener.fault.code == XML_ERR_OK) return {.code = XML_ERR_INTERNAL_ERROR, .line = 1, .column = 1, .name = {}};
    return std::move(listener.fault);
}

/// A fault in our words.
class FaultTeller {
public:
    FaultTeller(const SourceText& source, Fault fault)
        : source_(source), text_(source.text()), fault_(std::move(fault)), offset_(offset_of(fault_.line, fault_.column)) {}

    [[nodiscard]] Diagnostic tell() const {
        if (fault_.is_in_entity)
            return at(std::min(text_.find("<!DOCTYPE"), text_.size()), "An entity declared here holds what is no XML.",
                      "Remove the <!DOCTYPE ...> and write the characters themselves.");
        if (const auto unfit = unfit_character(text_); unfit && unfit->offset <= offset_) return tell_unfit(*unfit);
        switch (fault_.code) {
            case XML_ERR_DOCUMENT_EMPTY:
                return at(offset_, "This is no XML: the outermost element should begin here.",
                          "Save it as XML; such a file begins with <?xml version=\"1.0\"?> or with its outermost element.");
            case XML_ERR_DOCUMENT_END:
                return at(offset_, "The outermost element ends before this place, and nothing may follow it.",
                          "Remove what follows, or put it into a file of its own.");
            case XML_ERR_RESERVED_XML_NAME:
                return at(back_to("<?"), "The <?xml ...?> stands here and not at the very beginning.",
                          "Remove what stands before it, empty lines too.");
            default: break;
        }
        if (is_in_declaration())
            return at(offset_, "The first line, <?xml ...?>, is not as XML has it.", "Write <?xml version=\"1.0\" encoding=\"UTF-8\"?>.");
        if (auto told = tell_character()) return std::move(*told);
        if (auto told = tell_attribute()) return std::move(*told);
        if (auto told = tell_tag()) return std::move(*told);
        if (auto told = tell_open_mark()) return std::move(*told);
        return at(offset_, "The XML is not well-formed here.",
                  "Close what is open before this place: a tag, a quote or a comment; write & as &amp; and < as &lt;.");
    }

private:
    [[nodiscard]] Diagnostic at(std::size_t offset, std::string message, std::string mend) const {
        return {.place = source_.place_at(offset), .message = std::move(message), .mend = std::move(mend)};
    }

    /// The byte of a line and a column in characters.
    [[nodiscard]] std::size_t offset_of(int line, int column) const {
        const auto is_trail = [&](std::size_t i) { return i < text_.size() && (static_cast<unsigned char>(text_[i]) & 0xC0U) == 0x80U; };
        auto offset = source_.line_start(line);
        for (; column > 1 && offset < text_.size(); --column) {
            ++offset;
            while (is_trail(offset)) ++offset;
        }
        return offset;
    }

    /// Where `mark` begins last before the fault; the fault itself when it does not.
    [[nodiscard]] std::size_t back_to(std::string_view mark) const {
        const auto found = offset_ == 0 ? std::string_view::npos : text_.rfind(mark, offset_ - 1);
        return found == std::string_view::npos ? offset_ : found;
    }

    [[nodiscard]] bool is_behind(char mark) const { return offset_ > 0 && text_[offset_ - 1] == mark; }

    [[nodiscard]] bool is_in_declaration() const { return text_.starts_with("<?xml") && offset_ <= text_.find('<', 1); }

    [[nodiscard]] Diagnostic tell_unfit(const UnfitCharacter& unfit) const {
        std::size_t more = 0;
        for (auto next = unfit_character(text_, unfit.offset + 1); next; next = unfit_character(text_, next->offset + 1)) ++more;
        return at(unfit.offset,
                  "Here stands <" + unfit.name + ">, a character that XML cannot hold" +
                      (more == 0 ? "." : ", and " + std::to_string(more) + " more such behind it."),
                  "Remove it; where no editor shows it, type the words beside it again.");
    }

    [[nodiscard]] Diagnostic tell_cut_off() const {
        return at(offset_, "The file ends inside a tag.", "Write the rest; if it was cut off, take it from its source again.");
    }

    /// A < that begins no tag. The engine knows of "</" where something is open, and of "<!--", "<![CDATA[" and "<!DOCTYPE".
    [[nodiscard]] Diagnostic tell_no_tag(std::size_t offset) const {
        const auto rest = text_.substr(offset);
        if (rest.starts_with("</"))
            return at(offset, "This closes an element, and none is open.", "Remove it, or write the tag that opens the element before it.");
        if (rest.starts_with("<!"))
            return at(offset, "A <! stands here that begins no comment.",
                      "Remove it to its >, a <!doctype ...> too; a comment begins with <!-- and ends with -->.");
        return at(offset, "A < stands here that begins no tag.", "Write < as &lt;.");
    }

    /// What is wrong with a & or a < in the text.
    [[nodiscard]] std::optional<Diagnostic> tell_character() const {
        const auto ampersand = back_to("&");
        switch (fault_.code) {
            case XML_ERR_NAME_REQUIRED:
                if (is_behind('<')) return tell_no_tag(offset_ - 1);
                if (!is_behind('&')) return std::nullopt;
                [[fallthrough]];
            case XML_ERR_ENTITYREF_SEMICOL_MISSING:
                return at(ampersand, "A & stands here that begins no name of a character.", "Write & as &amp;.");
            case XML_ERR_UNDECLARED_ENTITY:
            case XML_WAR_UNDECLARED_ENTITY:
                return at(ampersand, "XML has no character called " + in_quotes('&' + fault_.name + ';') + '.',
                          "Write the character itself; by a name there are only &amp;, &lt;, &gt;, &quot; and &apos;.");
            case XML_ERR_INVALID_HEX_CHARREF:
            case XML_ERR_INVALID_DEC_CHARREF:
            case XML_ERR_INVALID_CHARREF:
                return at(ampersand, "The number of a character that begins here is none.",
                          "Write the character itself, or its number as &#233; or &#xE9;.");
            case XML_ERR_INVALID_CHAR:
                return at(ampersand, "The number here stands for a character that XML cannot hold.", "Remove it from the & to the ;.");
            case XML_ERR_MISPLACED_CDATA_END: return at(offset_, "Here stands ]]>, which may only end a <![CDATA[.", "Write it as ]]&gt;.");
            default: return std::nullopt;
        }
    }

    [[nodiscard]] std::optional<Diagnostic> tell_attribute() const {
        const auto name = shortened(fault_.name);
        switch (fault_.code) {
            case XML_ERR_LT_IN_ATTRIBUTE:
                return at(offset_, "A < stands here inside a value in quotes.",
                          "Close the quotes if the value ends before it; otherwise write < as &lt;.");
            case XML_ERR_ATTRIBUTE_NOT_STARTED:
                return at(offset_, "A value stands here without straight quotes.", "Write it as in id=\"case-1\".");
            case XML_ERR_ATTRIBUTE_NOT_FINISHED:
                return at(offset_, "The file ends inside a value in quotes.", "Close the quotes where the value ends.");
            case XML_ERR_ATTRIBUTE_WITHOUT_VALUE:
                return at(offset_, "The attribute " + name + " has no value.", "Write one, as in id=\"case-1\", or remove it.");
            case XML_ERR_ATTRIBUTE_REDEFINED:
                return at(back_to("<"), "The attribute " + name + " stands twice in this tag.", "Keep one of the two.");
            default: return std::nullopt;
        }
    }

    [[nodiscard]] std::optional<Diagnostic> tell_tag() const {
        const auto name = shortened(fault_.name);
        const auto open = '<' + name + ">, opened on line " + std::to_string(fault_.opened_line);
        switch (fault_.code) {
            case XML_ERR_NAME_REQUIRED:
            case XML_ERR_SPACE_REQUIRED:
                if (offset_ >= text_.size()) return tell_cut_off();
                return at(offset_, "This cannot stand in a tag: a space, > or /> should.",
                          "Put a space between two attributes, close the tag, or mend the quotes before this place.");
            case XML_ERR_GT_REQUIRED:
                if (offset_ >= text_.size()) return tell_cut_off();
                return at(offset_, "The tag is not closed here.", "Write > where it ends.");
            case XML_ERR_TAG_NAME_MISMATCH:
                return at(back_to("</"), "This closes another element than the one that is open, " + open + '.',
                          "Write </" + name + "> before it, correct one of the two names, or remove it.");
            case XML_ERR_TAG_NOT_FINISHED:
                return at(offset_, "The file ends, and " + open + ", is still open.",
                          "Write </" + name + ">; if more is missing than that, take the file from its source again.");
            default: return std::nullopt;
        }
    }

    /// What has a mark at its beginning and at its end.
    [[nodiscard]] std::optional<Diagnostic> tell_open_mark() const {
        switch (fault_.code) {
            case XML_ERR_COMMENT_NOT_FINISHED:
                return at(back_to("<!--"), "The comment that begins here is never closed.", "Write --> at its end.");
            case XML_ERR_CDATA_NOT_FINISHED:
                return at(back_to("<![CDATA["), "The <![CDATA[ that begins here is never closed.", "Write ]]> at its end.");
            case XML_ERR_PI_NOT_FINISHED:
                return at(back_to("<?"), "The <? that begins here is never closed.", "Write ?> at its end, or remove it.");
            case XML_ERR_HYPHEN_IN_COMMENT: return at(offset_, "Two hyphens stand here inside a comment.", "Put a space between them.");
            default: return std::nullopt;
        }
    }

    const SourceText& source_;
    std::string_view text_;
    Fault fault_;
    std::size_t offset_;
};

}  // namespace

std::optional<Diagnostic> xml_fault(const SourceText& source) {
    auto fault = first_fault(source);
    if (fault.code == XML_ERR_OK) return std::nullopt;
    return FaultTeller(source, std::move(fault)).tell();
}

}  // namespace palermo
