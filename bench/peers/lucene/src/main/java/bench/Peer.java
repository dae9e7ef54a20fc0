package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.custom.CustomAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;

/**
 * Lucene's process in the benchmarks; speaks the protocol of protocol.ts. Settings: "exact" (StandardAnalyzer) and "folded" (an ASCII
 * folding filter besides). Queries are built beforehand, as an OR of term queries, without a query cache. One segment, one thread.
 */
public final class Peer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TEXT = "text";

  private final Analyzer analyzer;
  private IndexSearcher searcher;

  private Peer(String setting) throws IOException {
    analyzer =
        setting.equals("folded")
            ? CustomAnalyzer.builder().withTokenizer("standard").addTokenFilter("lowercase").addTokenFilter("asciiFolding").build()
            : new StandardAnalyzer();
  }

  public static void main(String[] args) throws IOException {
    Peer peer = new Peer(args[0]);
    ObjectNode ready = JSON.createObjectNode().put("ready", true).put("version", Version.LATEST.toString());
    ready.putArray("abilities").add("phrase").add("prefix").add("typo").add("filter");
    System.out.println(ready);
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      ObjectNode reply = JSON.createObjectNode();
      try {
        peer.answer(JSON.readTree(line), reply);
      } catch (IOException | RuntimeException error) {
        reply = JSON.createObjectNode().put("error", error.toString());
      }
      System.out.println(reply);
    }
  }

  private void answer(JsonNode request, ObjectNode reply) throws IOException {
    switch (request.get("op").asText()) {
      case "build" -> build(request, reply);
      case "open" -> open(request, reply);
      case "search" -> search(request, reply);
      case "answers" -> answers(request, reply);
      case "memory" -> memory(request.get("reset").asBoolean(), reply);
      default -> throw new IllegalArgumentException("unknown request");
    }
  }

  private void build(JsonNode request, ObjectNode reply) throws IOException {
    resetPeak();
    long before = resident("VmRSS");
    Path file = Path.of(request.get("documents").asText());
    try (Stream<String> lines = Files.lines(file)) {
      Iterator<Document> documents = lines.map(line -> document(line, request)).iterator();
      long reading = 0;
      IndexWriterConfig config = new IndexWriterConfig(analyzer).setRAMBufferSizeMB(256).setUseCompoundFile(false);
      long began = System.nanoTime();
      try (FSDirectory directory = FSDirectory.open(Path.of(request.get("folder").asText()));
          IndexWriter writer = new IndexWriter(directory, config)) {
        while (true) {
          long asked = System.nanoTime();
          Document next = documents.hasNext() ? documents.next() : null;
          reading += System.nanoTime() - asked;
          if (next == null) break;
          writer.addDocument(next);
        }
        writer.forceMerge(1);
        writer.commit();
      }
      reply.put("seconds", (System.nanoTime() - began - reading) / 1e9).put("saveSeconds", 0);
    }
    reply.put("peakBytes", Math.max(0, resident("VmHWM") - before));
  }

  private static Document document(String line, JsonNode request) {
    try {
      JsonNode values = JSON.readTree(line);
      StringBuilder text = new StringBuilder();
      for (JsonNode field : request.get("fields")) text.append(values.path(field.asText()).asText("")).append('\n');
      Document document = new Document();
      document.add(new StringField("id", values.get("id").asText(), Field.Store.YES));
      document.add(new TextField(TEXT, text.toString(), Field.Store.NO));
      if (request.get("categories").asBoolean()) {
        document.add(new StringField("category", values.get("category").asText(), Field.Store.NO));
      }
      return document;
    } catch (IOException error) {
      throw new java.io.UncheckedIOException(error);
    }
  }

  private void open(JsonNode request, ObjectNode reply) throws IOException {
    long began = System.nanoTime();
    searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(Path.of(request.get("folder").asText()))));
    searcher.setQueryCache(null);
    int found = 0;
    if (request.has("query")) {
      for (ScoreDoc hit : searcher.search(query(request.get("query")), 10).scoreDocs) {
        searcher.storedFields().document(hit.doc);
        found++;
      }
    }
    reply.put("milliseconds", (System.nanoTime() - began) / 1e6).put("found", found);
  }

  private void search(JsonNode request, ObjectNode reply) throws IOException {
    List<Query> queries = new ArrayList<>();
    for (JsonNode asked : request.get("queries")) queries.add(query(asked));
    int limit = request.get("limit").asInt();
    ArrayNode microseconds = reply.putArray("microseconds");
    ArrayNode found = reply.putArray("found");
    for (Query query : queries) {
      long began = System.nanoTime();
      int hits = searcher.search(query, limit).scoreDocs.length;
      microseconds.add((System.nanoTime() - began) / 1e3);
      found.add(hits);
    }
  }

  private void answers(JsonNode request, ObjectNode reply) throws IOException {
    ArrayNode all = reply.putArray("ids");
    for (JsonNode asked : request.get("queries")) {
      ArrayNode ids = all.addArray();
      for (ScoreDoc hit : searcher.search(query(asked), request.get("limit").asInt()).scoreDocs) {
        ids.add(searcher.storedFields().document(hit.doc).get("id"));
      }
    }
  }

  private Query query(JsonNode asked) throws IOException {
    List<String> words = words(asked.get("text").asText());
    String way = asked.path("as").asText("");
    Query query;
    if (way.equals("phrase")) {
      query = new PhraseQuery(TEXT, words.toArray(String[]::new));
    } else {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (int at = 0; at < words.size(); at++) {
        Term term = new Term(TEXT, words.get(at));
        boolean prefix = way.equals("prefix") && at == words.size() - 1;
        boolean fuzzy = way.equals("typo") && words.get(at).length() > 2;
        any.add(prefix ? new PrefixQuery(term) : fuzzy ? new FuzzyQuery(term, 1) : new TermQuery(term), Occur.SHOULD);
      }
      query = any.build();
    }
    if (!asked.has("category")) return query;
    Term category = new Term("category", asked.get("category").asText());
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(new TermQuery(category), Occur.FILTER).build();
  }

  private List<String> words(String text) throws IOException {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(TEXT, new StringReader(text))) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) words.add(term.toString());
      tokens.end();
    }
    return words;
  }

  private static void memory(boolean reset, ObjectNode reply) throws IOException {
    if (reset) resetPeak();
    reply.put("residentBytes", resident("VmRSS")).put("peakBytes", resident("VmHWM"));
  }

  private static void resetPeak() {
    System.gc();
    try {
      Files.writeString(Path.of("/proc/self/clear_refs"), "5");
    } catch (IOException | RuntimeException error) {
      // Not Linux, or not allowed: the peak is that since the start.
    }
  }

  private static long resident(String key) throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) return 0;
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(key + ":")) return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
    return 0;
  }
}
