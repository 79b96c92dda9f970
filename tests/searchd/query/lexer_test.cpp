// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/query/lexer.hpp"

#include "tests/support/catch.hpp"

namespace palermo::query {
namespace {

/// Kinds and texts in one line: w(word) p(phrase) u(unclosed) f(field) & | ! n for nearness ( ) and . for the end.
std::string shape(std::string_view text) {
    std::string all;
    for (const auto& lexeme : lex(text)) {
        switch (lexeme.kind) {
            case TokenKind::word: all += "w(" + lexeme.text + ")"; break;
            case TokenKind::phrase: all += "p(" + lexeme.text + ")"; break;
            case TokenKind::unclosed_phrase: all += "u(" + lexeme.text + ")"; break;
            case TokenKind::and_: all += '&'; break;
            case TokenKind::or_: all += '|'; break;
            case TokenKind::not_: all += '!'; break;
            case TokenKind::near: all += 'n'; break;
            case TokenKind::field: all += "f(" + lexeme.text + ")"; break;
            case TokenKind::open: all += '('; break;
            case TokenKind::close: all += ')'; break;
            case TokenKind::end: all += '.'; break;
        }
    }
    return all;
}

}  // namespace

TEST_CASE("what lawyers type stays whole", "[query]") {
    CHECK(shape("R v. Tang") == "w(R)w(v.)w(Tang).");
    CHECK(shape("O'Brien act/means R.A. 9208") == "w(O'Brien)w(act/means)w(R.A.)w(9208).");
    CHECK(shape("Art. 3(a)") == "w(Art.)w(3(a)).");
    CHECK(shape("(Art. 3(a))") == "(w(Art.)w(3(a))).");
    CHECK(shape("non-punishment") == "w(non-punishment).");
    CHECK(shape("[2013] EWCA Crim 991") == "w([2013])w(EWCA)w(Crim)w(991).");
}

TEST_CASE("operators are operators in capitals only", "[query]") {
    CHECK(shape("a AND b OR NOT c") == "w(a)&w(b)|!w(c).");
    CHECK(shape("a and b or not c") == "w(a)w(and)w(b)w(or)w(not)w(c).");
    CHECK(shape("ANDREW") == "w(ANDREW).");
}

TEST_CASE("a hyphen negates only where a word begins", "[query]") {
    CHECK(shape("passport -visa") == "w(passport)!w(visa).");
    CHECK(shape("-\"debt bondage\"") == "!p(debt bondage).");
    CHECK(shape("(-visa)") == "(!w(visa)).");
    CHECK(shape("2001 - 2005") == "w(2001)w(2005).");
    CHECK(shape("--visa") == "w(--visa).");
}

TEST_CASE("quotation marks of every hand make a phrase", "[query]") {
    for (const std::string text :
         {"\"debt  bondage\"", "“debt bondage”", "«debt bondage»", "„debt bondage“", "「debt bondage」", "“debt bondage\""}) {
        INFO(text);
        CHECK(shape(text) == "p(debt bondage).");
    }
    CHECK(shape("\"debt") == "u(debt).");
    CHECK(shape("\"\" \" - \"") == ".");
}

TEST_CASE("punctuation alone is passed over", "[query]") { CHECK(shape("energy & security ; , . / :") == "w(energy)w(security)."); }

TEST_CASE("what stands behind a phrase says how it is meant", "[query]") {
    const auto manner = [](std::string_view text) { return lex(text).front().phrase; };
    CHECK(manner("\"debt bondage\"") == Phrase{});
    CHECK(manner("\"debt bondage\"~") == Phrase{.text = {}, .stemmed = true, .within = 0});
    CHECK(manner("“debt bondage”~5") == Phrase{.text = {}, .stemmed = true, .within = 5});
    CHECK(shape("\"debt bondage\"~5 passport") == "p(debt bondage)w(passport).");
    // No distance: any inflection, and a word.
    CHECK(shape("\"debt bondage\"~0") == "p(debt bondage)w(0).");
    CHECK(shape("\"debt bondage\"~5000") == "p(debt bondage)w(5000).");
}

TEST_CASE("operators of nearness stand by themselves", "[query]") {
    for (const std::string text :
         {"a NEAR b", "a NEAR/5 b", "a ADJ/5 b", "a /5 b", "a /s b", "a /p b", "a w/5 b", "a W/s b", "a +5 b", "a +s b", "a pre/5 b"}) {
        INFO(text);
        CHECK(shape(text) == "w(a)nw(b).");
    }
    CHECK(shape("a/5 near/5 /x n/a and/or") == "w(a/5)w(near/5)w(/x)w(n/a)w(and/or).");
    CHECK(shape("(a)/s(b)") == "(w(a))w(/s(b)).");
}

TEST_CASE("a field is its name and a colon, in small letters or capitals", "[query]") {
    CHECK(shape("title:tang") == "f(title)w(tang).");
    CHECK(shape("Title: tang") == "f(Title)w(tang).");
    CHECK(shape("country:(NZ OR AU)") == "f(country)(w(NZ)|w(AU)).");
    CHECK(shape("issue:\"debt bondage\"") == "f(issue)p(debt bondage).");
    CHECK(shape("year:2010..2015") == "f(year)w(2010..2015).");
    // A mark that says nothing is told where a range must stand, and passed over elsewhere.
    CHECK(shape("year:..") == "f(year)w(..).");
    CHECK(shape("title:..") == "f(title).");
}

TEST_CASE("a colon behind another word is a part of it", "[query]") {
    CHECK(shape("ECLI:NL:HR:2019:1 re:visa subtitle:x") == "w(ECLI:NL:HR:2019:1)w(re:visa)w(subtitle:x).");
}

TEST_CASE("spans are bytes of the text", "[query]") {
    const auto lexemes = lex("é (b)");
    REQUIRE(lexemes.size() == 5);
    CHECK(lexemes[0].span == Span{0, 2});
    CHECK(lexemes[1].span == Span{3, 4});
    CHECK(lexemes[2].span == Span{4, 5});
    CHECK(lexemes[4].span == Span{6, 6});
}

}  // namespace palermo::query
