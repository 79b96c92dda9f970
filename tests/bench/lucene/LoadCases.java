// SPDX-License-Identifier: GPL-3.0-or-later
// A contestant of ./dev bench load: Lucene 8 as its users set it up for a bulk load. LoadCases FILE INDEX THREADS [search]
// With "search" it makes what ./dev bench search asks: facets as lucene-facet has them, paragraphs stored for the highlighter, one segment.
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

public final class LoadCases {
    /** EnglishAnalyzer without stop words, and no phrase across two paragraphs. */
    static final class CaseAnalyzer extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream words = new LowerCaseFilter(new EnglishPossessiveFilter(tokenizer));
            return new TokenStreamComponents(tokenizer, new PorterStemFilter(words));
        }

        @Override
        public int getPositionIncrementGap(String field) {
            return 100;
        }
    }

    static final Set<String> FACETS = Set.of(
        "evidential_issue", "legal_concept", "outcome", "crime_type", "jurisdiction", "court_level", "year");
    private static final FacetsConfig CONFIG = facets();
    private static final Set<String> TEXTS = Set.of("title", "court", "party");
    private static final Set<String> NUMBERS = Set.of("earliest", "latest", "sentence");
    private static final Set<String> KEYS = Set.of("id", "lang", "identifier", "docket");

    private static boolean forSearch = false;

    /** Of the seven facets, most of which have many values in a record. */
    static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        for (String facet : FACETS) config.setMultiValued(facet, true);
        return config;
    }

    /** The lines of the next record; empty at the end of the file. */
    private static List<String> nextRecord(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        synchronized (in) {
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) lines.add(line);
        }
        return lines;
    }

    private static Document makeDocument(List<String> lines) {
        Document document = new Document();
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            int equals = line.indexOf('=');
            String name = line.substring(0, equals);
            String value = line.substring(equals + 1);
            if (name.equals("p")) {
                document.add(new TextField("body", value, forSearch ? Field.Store.YES : Field.Store.NO));
                text.append(value).append('\n');
            } else if (TEXTS.contains(name)) {
                document.add(new TextField(name, value, Field.Store.NO));
            } else if (NUMBERS.contains(name)) {
                document.add(new NumericDocValuesField(name, Long.parseLong(value)));
            } else {
                document.add(new StringField(name, value, name.equals("id") ? Field.Store.YES : Field.Store.NO));
                if (forSearch && name.equals("id")) document.add(new BinaryDocValuesField(name, new BytesRef(value)));
                if (forSearch && FACETS.contains(name))
                    document.add(new SortedSetDocValuesFacetField(name, value));
                else if (!KEYS.contains(name))
                    document.add(new SortedSetDocValuesField(name, new BytesRef(value)));
            }
        }
        if (!forSearch) document.add(new StoredField("text", text.toString()));
        return document;
    }

    private static void addAll(BufferedReader in, IndexWriter writer) {
        try {
            for (List<String> lines = nextRecord(in); !lines.isEmpty(); lines = nextRecord(in)) {
                Document document = makeDocument(lines);
                writer.addDocument(forSearch ? CONFIG.build(document) : document);
            }
        } catch (IOException failure) {
            failure.printStackTrace();
            System.exit(1);
        }
    }

    public static void main(String[] arguments) throws Exception {
        forSearch = arguments.length == 4 && arguments[3].equals("search");
        IndexWriterConfig config = new IndexWriterConfig(new CaseAnalyzer());
        config.setRAMBufferSizeMB(256);
        try (BufferedReader in = Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8);
             FSDirectory directory = FSDirectory.open(Path.of(arguments[1]));
             IndexWriter writer = new IndexWriter(directory, config)) {
            List<Thread> threads = new ArrayList<>();
            for (int left = Integer.parseInt(arguments[2]); left > 0; --left) threads.add(new Thread(() -> addAll(in, writer)));
            for (Thread thread : threads) thread.start();
            for (Thread thread : threads) thread.join();
            if (forSearch) writer.forceMerge(1);
            writer.commit();
            System.out.println(writer.getDocStats().numDocs + " records");
        }
    }
}
