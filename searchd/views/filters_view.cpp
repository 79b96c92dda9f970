// SPDX-License-Identifier: GPL-3.0-or-later
#include "searchd/views/filters_view.hpp"

#include "corpus/facet_label.hpp"
#include "searchd/views/count_url.hpp"
#include "searchd/views/label_view.hpp"
#include "searchd/views/search_url.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <set>

namespace palermo {
namespace {

/// Values of a flat facet that are shown before the rest is folded away.
constexpr std::size_t shown_values = 8;

SearchRequest from_first_page(SearchRequest request) {
    request.page = 1;
    return request;
}

/// The same search with this value excluded, and no longer chosen.
std::string address_without(const SearchRequest& request, Facet facet, const std::string& value) {
    auto changed = from_first_page(request);
    auto& selection = changed.facets[facet];
    std::erase(selection.included, value);
    selection.excluded.push_back(value);
    return search_address(changed);
}

class FacetForm {
public:
    FacetForm(const FacetCounts& counts, const SearchRequest& request) : counts_(counts), request_(request), name_(name_of(counts.facet)) {}

    Html render() const {
        auto content = is_hierarchical(counts_.facet) ? tree(counts_.buckets) : flat();
        if (counts_.not_recorded.count > 0 || counts_.not_recorded.selected)
            content += element("ul", element("li", value(counts_.not_recorded)));
        for (const auto& excluded : request_.facets[counts_.facet].excluded) {
            content += element("input", {{"type", "hidden"}, {"name", name_}, {"value", '!' + excluded}});
        }
        const auto chosen = request_.facets[counts_.facet].included.size();
        auto legend = text(heading_of(counts_.facet));
        if (chosen > 0) legend += element("span", {{"class", "chosen"}}, text(" (" + std::to_string(chosen) + " chosen)"));
        return element("fieldset", {element("legend", legend), content});
    }

private:
    Html value(const Bucket& bucket) const {
        const auto id = name_ + '-' + bucket.value.id;
        Attributes input{{"type", "checkbox"}, {"id", id}, {"name", name_}, {"value", bucket.value.id}};
        if (bucket.selected) input.push_back({"checked", "checked"});
        auto line =
            element("input", input) + element("label", {{"for", id}},
                                              {labelled(bucket.value.label, request_.lang), text(" "),
                                               element("span", {{"class", "count"}}, text('(' + std::to_string(bucket.count) + ')'))});
        if (!bucket.excluded && !bucket.selected && bucket.count > 0) {
            line += link(address_without(request_, counts_.facet, bucket.value.id), text("not"),
                         {{"class", "not"}, {"rel", "nofollow"}, {"aria-label", "not " + bucket.value.label}});
        }
        return element("div", {{"class", "value"}}, line);
    }

    static bool holds_selection(const Bucket& bucket) { return bucket.selected || std::ranges::any_of(bucket.children, holds_selection); }

    Html tree(const std::vector<Bucket>& buckets) const {
        Html items;
        for (const auto& bucket : buckets) {
            auto item = value(bucket);
            if (!bucket.children.empty()) item += branch(bucket);
            items += element("li", item);
        }
        return items.empty() ? items : element("ul", items);
    }

    Html branch(const Bucket& bucket) const {
        Attributes attributes;
        if (std::ranges::any_of(bucket.children, holds_selection)) attributes.push_back({"open", "open"});
        const auto words = std::to_string(bucket.children.size()) + " narrower";
        const auto summary = element("summary", {{"aria-label", words + " than " + bucket.value.label}}, text(words));
        return element("details", attributes, {summary, tree(bucket.children)});
    }

    Html flat() const {
        Html shown;
        Html folded;
        std::size_t position = 0;
        for (const auto& bucket : counts_.buckets) {
            auto& part = position++ < shown_values || bucket.selected ? shown : folded;
            part += element("li", value(bucket));
        }
        auto list = shown.empty() ? Html() : element("ul", shown);
        if (!folded.empty())
            list +=
                element("details", {element("summary", text("Show all " + std::to_string(counts_.buckets.size()))), element("ul", folded)});
        return list;
    }

    const FacetCounts& counts_;
    const SearchRequest& request_;
    std::string name_;
};

Html date_field(const std::string& name, const std::string& label, const std::optional<PartialDate>& date) {
    return element("div", {{"class", "field"}},
                   {element("label", {{"for", name}}, text(label)), element("input", {{"type", "text"},
                                                                                      {"id", name},
                                                                                      {"name", name},
                                                                                      {"value", date ? date->to_string() : ""},
                                                                                      {"aria-describedby", "date-hint"}})});
}

struct Choice {
    std::string value;
    std::string label;
    bool is_chosen;
};

Html select(const std::string& name, const std::string& label, const std::vector<Choice>& choices) {
    Html options;
    for (const auto& choice : choices) {
        Attributes attributes{{"value", choice.value}};
        if (choice.is_chosen) attributes.push_back({"selected", "selected"});
        options += element("option", attributes, text(choice.label));
    }
    return element("div", {{"class", "field"}},
                   {element("label", {{"for", name}}, text(label)), element("select", {{"id", name}, {"name", name}}, options)});
}

Html order_and_size(const SearchRequest& request) {
    // The one that was asked for is among them: sending the form must not change it.
    std::set<std::uint32_t> numbers{10, 20, 50, 100};
    numbers.insert(request.size);
    std::vector<Choice> sizes;
    for (const auto size : numbers) sizes.push_back({std::to_string(size), std::to_string(size), size == request.size});
    return element("fieldset", {element("legend", text("Order")),
                                select("sort", "Sort by",
                                       {{"relevance", "Relevance", request.sort == SortOrder::relevance},
                                        {"newest", "Newest first", request.sort == SortOrder::newest},
                                        {"oldest", "Oldest first", request.sort == SortOrder::oldest}}),
                                select("size", "Cases on a page", sizes)});
}

/// The label of a chosen value, wherever in the tree it stands.
std::string label_of(const std::vector<Bucket>& buckets, const std::string& id) {
    for (const auto& bucket : buckets) {
        if (bucket.value.id == id) return bucket.value.label;
        if (auto found = label_of(bucket.children, id); !found.empty()) return found;
    }
    return {};
}

/// What is chosen, and the way to take it back. `shown`: the words as they are shown.
Html chip(const SearchRequest& without, const std::string& heading, const std::string& words, const Html& shown) {
    return element("li", link(search_address(without), element("span", {{"aria-hidden", "true"}}, text("✕ ")) + text(heading) + shown,
                              {{"aria-label", "Remove " + heading + words}, {"rel", "nofollow"}}));
}

Html facet_chips(const FacetCounts& counts, const SearchRequest& request) {
    Html chips;
    const auto add = [&](const SearchRequest& without, const std::string& id, std::string_view relation) {
        const auto label = id == not_recorded ? counts.not_recorded.value.label : label_of(counts.buckets, id);
        const auto heading = std::string(heading_of(counts.facet)) + std::string(relation);
        chips += label.empty() ? chip(without, heading, id, text(id)) : chip(without, heading, label, labelled(label, request.lang));
    };
    for (const auto& id : request.facets[counts.facet].included) {
        auto without = from_first_page(request);
        std::erase(without.facets[counts.facet].included, id);
        add(without, id, ": ");
    }
    for (const auto& id : request.facets[counts.facet].excluded) {
        auto without = from_first_page(request);
        std::erase(without.facets[counts.facet].excluded, id);
        add(without, id, ": not ");
    }
    return chips;
}

/// What the form does not ask for and must not forget.
Html kept(const SearchRequest& request) {
    Html fields;
    const auto keep = [&](const std::string& name, const std::string& value) {
        fields += element("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    };
    if (!request.text.empty()) keep("q", request.text);
    if (request.match != MatchMode::automatic) keep("match", request.match == MatchMode::all ? "all" : "any");
    if (request.lang != "en") keep("lang", request.lang);
    if (request.explain) keep("explain", "1");
    for (const auto& [name, value] : parameters_of(request.counts)) keep(name, value);
    return fields;
}

}  // namespace

Html render_filters(const SearchResult& result, const SearchRequest& request) {
    Html groups;
    for (const auto& counts : result.facets) groups += FacetForm(counts, request).render();
    const auto dates =
        element("fieldset",
                {element("legend", text("Date of decision")), date_field("from", "From", request.from), date_field("to", "To", request.to),
                 element("p", {{"id", "date-hint"}, {"class", "hint"}}, text("2010, 2010-03 or 2010-03-19; either may be empty"))});
    return element(
        "form", {{"action", search_path(request)}, {"method", "get"}, {"class", "filters"}, {"id", "filters"}, {"aria-label", "Filters"}},
        {element("h2", text("Filters")), kept(request), groups, dates, order_and_size(request),
         element("div", {{"class", "apply"}}, element("button", {{"type", "submit"}}, text("Apply")))});
}

Html render_chosen(const SearchResult& result, const SearchRequest& request) {
    Html chips;
    for (const auto& counts : result.facets) chips += facet_chips(counts, request);
    if (request.from) {
        auto without = from_first_page(request);
        without.from.reset();
        chips += chip(without, "From ", request.from->to_string(), text(request.from->to_string()));
    }
    if (request.to) {
        auto without = from_first_page(request);
        without.to.reset();
        chips += chip(without, "To ", request.to->to_string(), text(request.to->to_string()));
    }
    return chips.empty() ? chips : element("ul", {{"class", "chips"}, {"aria-label", "Your filters"}}, chips);
}

}  // namespace palermo
