// SPDX-License-Identifier: GPL-3.0-or-later
// A contestant of ./dev bench search: Lucene 8 with its facets and its highlighter. SearchCases INDEX QUESTIONS; obeys the same commands as
// tests/bench/search/answer_questions.cpp.
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.apache.lucene.util.Version;

public final class SearchCases {
    private static final int HITS = 10;
    private static final int MOST_VALUES = 100_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Sort NEWEST = new Sort(new SortField("latest", SortField.Type.LONG, true));

    /** As tests/bench/search/question.hpp has it. */
    private static final class Question {
        final String join;
        final String words;
        final List<String[]> choices = new ArrayList<>();

        Question(String line) {
            String[] columns = line.split("\t", -1);
            join = columns[1];
            words = columns[2];
            for (String choice : columns[3].split(" ")) {
                if (!choice.isEmpty()) choices.add(choice.split("=", 2));
            }
        }
    }

    /** What was found, before it is written down. */
    private static final class Found {
        TopDocs hits;
        long total = -1;
        List<FacetResult> counts = new ArrayList<>();
        String[] passages = {};
        List<String> ids = new ArrayList<>();
    }

    private final IndexSearcher searcher;
    private final LoadCases.CaseAnalyzer analyzer = new LoadCases.CaseAnalyzer();
    private final QueryBuilder builder = new QueryBuilder(analyzer);
    private final FacetsConfig config = LoadCases.facets();
    private final SortedSetDocValuesReaderState state;
    private final List<Question> questions = new ArrayList<>();

    private SearchCases(String index, String file) throws IOException {
        searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(Path.of(index))));
        state = new DefaultSortedSetDocValuesReaderState(searcher.getIndexReader());
        for (String line : Files.readAllLines(Path.of(file), StandardCharsets.UTF_8)) questions.add(new Question(line));
    }

    private Query wordsOf(Question question) {
        switch (question.join) {
            case "none": return new MatchAllDocsQuery();
            case "all": return builder.createBooleanQuery("body", question.words, Occur.MUST);
            case "any": return builder.createBooleanQuery("body", question.words, Occur.SHOULD);
            default: return builder.createPhraseQuery("body", question.words);
        }
    }

    private Query queryOf(Question question) {
        Query words = wordsOf(question);
        if (question.choices.isEmpty()) return words;
        DrillDownQuery narrowed = new DrillDownQuery(config, words);
        for (String[] choice : question.choices) narrowed.add(choice[0], choice[1]);
        return narrowed;
    }

    private Found ask(Question question, String mode) throws IOException {
        Found found = new Found();
        Query query = queryOf(question);
        boolean ranked = !question.join.equals("none");
        if (mode.equals("hits")) {
            found.hits = ranked ? searcher.search(query, HITS) : searcher.search(query, HITS, NEWEST);
        } else {
            count(found, question, query, ranked);
        }
        if (mode.equals("passages")) found.passages = passages(query, found.hits);
        for (ScoreDoc hit : found.hits.scoreDocs) found.ids.add(idOf(hit.doc));
        return found;
    }

    /** From a column: the stored fields of a record are unpacked together with its neighbours'. */
    private String idOf(int document) throws IOException {
        LeafReaderContext leaf = searcher.getIndexReader().leaves().get(
            ReaderUtil.subIndex(document, searcher.getIndexReader().leaves()));
        BinaryDocValues ids = leaf.reader().getBinaryDocValues("id");
        ids.advanceExact(document - leaf.docBase);
        return ids.binaryValue().utf8ToString();
    }

    private void count(Found found, Question question, Query query, boolean ranked) throws IOException {
        Facets facets;
        if (!question.choices.isEmpty()) {
            DrillDownQuery narrowed = (DrillDownQuery) query;
            DrillSideways sideways = new DrillSideways(searcher, config, state);
            DrillSideways.DrillSidewaysResult result =
                ranked ? sideways.search(narrowed, HITS) : sideways.search(narrowed, null, null, HITS, NEWEST, false);
            found.hits = result.hits;
            found.total = result.hits.totalHits.value;
            facets = result.facets;
        } else if (!ranked) {
            found.hits = searcher.search(query, HITS, NEWEST);
            found.total = searcher.getIndexReader().numDocs();
            facets = new SortedSetDocValuesFacetCounts(state);
        } else {
            FacetsCollector collector = new FacetsCollector();
            found.hits = FacetsCollector.search(searcher, query, HITS, collector);
            found.total = found.hits.totalHits.value;
            facets = new SortedSetDocValuesFacetCounts(state, collector);
        }
        for (String facet : LoadCases.FACETS) {
            FacetResult result = facets.getTopChildren(MOST_VALUES, facet);
            if (result != null) found.counts.add(result);
        }
    }

    private String[] passages(Query query, TopDocs hits) throws IOException {
        UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, analyzer);
        // All of the text, as the others do.
        highlighter.setMaxLength(Integer.MAX_VALUE - 1);
        highlighter.setFieldMatcher("body"::equals);
        return highlighter.highlight("body", query, hits, 1);
    }

    private static long hashOf(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) hash = (hash ^ (one & 0xff)) * 0x100000001b3L;
        return hash;
    }

    private static void write(PrintWriter out, double microseconds, double cpu, Found found) {
        long hash = 0;
        long sum = 0;
        for (FacetResult facet : found.counts) {
            for (LabelAndValue value : facet.labelValues) {
                hash += hashOf(facet.dim + '=' + value.label + ' ' + value.value.longValue());
                sum += value.value.longValue();
            }
        }
        int passages = 0;
        for (String passage : found.passages) {
            if (passage != null && !passage.isEmpty()) ++passages;
        }
        out.println(microseconds + "\t" + cpu + "\t" + found.total + "\t" + Long.toUnsignedString(hash) + "\t" + sum + "\t" + passages + "\t0\t"
                    + String.join(" ", found.ids));
    }

    private int pass(String mode, double seconds, String file) throws IOException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        int answered = 0;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8))) {
            for (Question question : questions) {
                long begin = System.nanoTime();
                if (begin > end) break;
                long cpuBegin = THREADS.getCurrentThreadCpuTime();
                Found found = ask(question, mode);
                double taken = (System.nanoTime() - begin) / 1e3;
                write(out, taken, (THREADS.getCurrentThreadCpuTime() - cpuBegin) / 1e3, found);
                ++answered;
            }
        }
        return answered;
    }

    /** Unlike other engines Lucene gets faster the longer it runs. */
    private void warm(String mode, double seconds) throws IOException {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        for (int i = 0; System.nanoTime() < end; ++i) ask(questions.get(i % questions.size()), mode);
    }

    private double load(String mode, int threads, double seconds) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger answered = new AtomicInteger();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; ++i) {
            Thread worker = new Thread(() -> {
                try {
                    while (System.nanoTime() < end) {
                        ask(questions.get(next.getAndIncrement() % questions.size()), mode);
                        answered.incrementAndGet();
                    }
                } catch (IOException failure) {
                    failure.printStackTrace();
                }
            });
            workers.add(worker);
            worker.start();
        }
        for (Thread worker : workers) worker.join();
        return answered.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private String obey(String[] words) throws Exception {
        switch (words[0]) {
            case "warm":
                warm(words[1], Double.parseDouble(words[2]));
                return "0";
            case "pass": return String.valueOf(pass(words[1], Double.parseDouble(words[2]), words[3]));
            case "load": return String.valueOf(load(words[1], Integer.parseInt(words[2]), Double.parseDouble(words[3])));
            default: throw new IllegalArgumentException("what does \"" + words[0] + "\" mean?");
        }
    }

    public static void main(String[] arguments) throws Exception {
        long begin = System.nanoTime();
        SearchCases contestant = new SearchCases(arguments[0], arguments[1]);
        System.out.println("ready " + (System.nanoTime() - begin) / 1e9 + " " + Version.LATEST);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            try {
                System.out.println("done " + contestant.obey(line.split(" ", 4)));
            } catch (Exception failure) {
                failure.printStackTrace();
                System.out.println("failed " + failure);
            }
        }
    }
}
