"""tantivy's process in the benchmarks, through its Python package: speaks the protocol of protocol.ts.

Settings: `exact` (words in small letters, marks kept: what it does by default) and `folded` (the ASCII folding filter besides).
Queries are analyzed and built beforehand, outside the clock, as an OR of term queries, and asked without a count of the matches,
so that it may skip blocks (block-max WAND). One thread, all segments merged.
"""

import json
import os
import sys
import time
from pathlib import Path

import tantivy
from tantivy import Filter, Occur, Query, TextAnalyzerBuilder, Tokenizer

ANALYZER = "bench"


def resident(key):
    for line in Path("/proc/self/status").read_text().splitlines() if os.path.exists("/proc/self/status") else []:
        if line.startswith(key + ":"):
            return int(line.split()[1]) * 1024
    return 0


def reset_peak():
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        pass


class Tantivy:
    def __init__(self, setting):
        builder = TextAnalyzerBuilder(Tokenizer.simple()).filter(Filter.lowercase())
        self.analyzer = (builder.filter(Filter.ascii_fold()) if setting == "folded" else builder).build()

    def schema(self):
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        builder.add_text_field("text", stored=False, tokenizer_name=ANALYZER, index_option="position")
        builder.add_text_field("category", stored=False, fast=True, tokenizer_name="raw", index_option="basic")
        return builder.build()

    def build(self, request):
        # It indexes on a thread of its own: reading meanwhile would be for nothing.
        documents = list(self.rows(request))
        reset_peak()
        before = resident("VmRSS")
        index = tantivy.Index(self.schema(), path=request["folder"])
        index.register_tokenizer(ANALYZER, self.analyzer)
        began = time.perf_counter()
        # 300 MB of heap hold the whole collection: one segment, so nothing is merged afterwards.
        writer = index.writer(heap_size=300_000_000, num_threads=1)
        for document in documents:
            writer.add_document(tantivy.Document(**document))
        writer.commit()
        writer.wait_merging_threads()
        seconds = time.perf_counter() - began
        return {"seconds": seconds, "saveSeconds": 0, "peakBytes": max(0, resident("VmHWM") - before)}

    def rows(self, request):
        with open(request["documents"], encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                row = {"id": document["id"], "text": "\n".join(document.get(field, "") for field in request["fields"])}
                if request["categories"]:
                    row["category"] = document["category"]
                yield row

    def use(self, index):
        index.reload()
        self.index = index
        self.searcher = index.searcher()

    def open(self, request):
        began = time.perf_counter()
        index = tantivy.Index(self.schema(), path=request["folder"])
        index.register_tokenizer(ANALYZER, self.analyzer)
        self.use(index)
        found = 0
        if "query" in request:
            query = self.query(request["query"])
            found = len([self.searcher.doc(address)["id"] for _, address in self.searcher.search(query, 10).hits])
        return {"milliseconds": (time.perf_counter() - began) * 1000, "found": found}

    def query(self, asked):
        words = self.analyzer.analyze(asked["text"])
        schema = self.index.schema
        way = asked.get("as")
        if way == "phrase" and len(words) > 1:
            query = Query.phrase_query(schema, "text", words)
        elif way == "prefix":
            last = Query.regex_query(schema, "text", words[-1] + ".*")
            first = [(Occur.Should, Query.term_query(schema, "text", word)) for word in words[:-1]]
            query = Query.boolean_query([*first, (Occur.Should, last)])
        elif way == "typo":
            query = Query.boolean_query([(Occur.Should, self.fuzzy(word)) for word in words])
        else:
            query = Query.boolean_query([(Occur.Should, Query.term_query(schema, "text", word)) for word in words])
        if "category" in asked:
            wanted = Query.const_score_query(Query.term_query(schema, "category", asked["category"]), 0.0)
            query = Query.boolean_query([(Occur.Must, query), (Occur.Must, wanted)])
        return query

    def fuzzy(self, word):
        schema = self.index.schema
        return Query.fuzzy_term_query(schema, "text", word, 1) if len(word) > 2 else Query.term_query(schema, "text", word)

    def search(self, request):
        queries = [(self.query(asked), asked.get("facets", False)) for asked in request["queries"]]
        limit = request["limit"]
        searcher = self.searcher
        clock = time.perf_counter_ns
        microseconds = []
        found = []
        for query, facets in queries:
            began = clock()
            hits = searcher.search(query, limit, count=False).hits
            if facets:
                searcher.aggregate(query, {"category": {"terms": {"field": "category"}}})
            microseconds.append((clock() - began) / 1000)
            found.append(len(hits))
        return {"microseconds": microseconds, "found": found}

    def answers(self, request):
        ids = []
        for asked in request["queries"]:
            hits = self.searcher.search(self.query(asked), request["limit"], count=False).hits
            ids.append([self.searcher.doc(address)["id"][0] for _, address in hits])
        return {"ids": ids}

    def memory(self, request):
        if request["reset"]:
            reset_peak()
        return {"residentBytes": resident("VmRSS"), "peakBytes": resident("VmHWM")}


def say(message):
    print(json.dumps(message), flush=True)


def main():
    from importlib.metadata import version

    engine = Tantivy(sys.argv[1])
    abilities = ["phrase", "prefix", "typo", "filter", "facets"]
    say({"ready": True, "version": version("tantivy"), "abilities": abilities})
    operations = {name: getattr(engine, name) for name in ("build", "open", "search", "answers", "memory")}
    for line in sys.stdin:
        request = json.loads(line)
        try:
            say(operations[request["op"]](request))
        except Exception as error:  # whatever an engine has against a request is its answer
            say({"error": f"{type(error).__name__}: {error}"})


main()
