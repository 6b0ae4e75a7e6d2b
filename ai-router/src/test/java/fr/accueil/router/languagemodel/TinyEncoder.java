package fr.accueil.router.languagemodel;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A sentence encoder of one node, written byte by byte: each word has a vector, and words that mean the same have the
/// same one. An ONNX file is a protobuf message; its fields are numbered as in `onnx.proto`.
final class TinyEncoder {

    private static final int FLOAT = 1;
    private static final int INT64 = 7;

    private TinyEncoder() {}

    /// @param meanings each word's meaning; every meaning is a direction of its own
    static EmbeddingSettings write(Path folder, Map<String, Integer> meanings) throws IOException {
        var words = new ArrayList<>(List.of("[UNK]", "[CLS]", "[SEP]"));
        words.addAll(meanings.keySet());
        var dimensions = 1 + meanings.values().stream().mapToInt(it -> it).max().orElse(0);
        var vectors =
                ByteBuffer.allocate(words.size() * dimensions * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (var word : words) {
            for (var dimension = 0; dimension < dimensions; dimension++) {
                var meaning = meanings.get(word);
                vectors.putFloat(meaning == null ? 0.001f : meaning == dimension ? 1 : 0);
            }
        }
        var model = Files.write(folder.resolve("model.onnx"), model(words.size(), dimensions, vectors.array()));
        var tokenizer = Files.writeString(folder.resolve("tokenizer.json"), tokenizer(words));
        return new EmbeddingSettings(model.toString(), tokenizer.toString(), "mean", "", "");
    }

    private static byte[] model(int words, int dimensions, byte[] vectors) {
        var node = new Message()
                .text(1, "vectors")
                .text(1, "input_ids")
                .text(2, "last_hidden_state")
                .text(3, "gather")
                .text(4, "Gather");
        var table = new Message()
                .number(1, words)
                .number(1, dimensions)
                .number(2, FLOAT)
                .text(8, "vectors")
                .bytes(9, vectors);
        var graph = new Message()
                .message(1, node)
                .text(2, "encoder")
                .message(5, table)
                .message(11, tensor("input_ids", INT64, "batch", "length"))
                .message(11, tensor("attention_mask", INT64, "batch", "length"))
                .message(12, tensor("last_hidden_state", FLOAT, "batch", "length", "vector"));
        var operators = new Message().text(1, "").number(2, 13);
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, operators)
                .toBytes();
    }

    private static Message tensor(String name, int type, String... dimensions) {
        var shape = new Message();
        for (var dimension : dimensions) {
            shape.message(1, new Message().text(2, dimension));
        }
        var tensor = new Message().number(1, type).message(2, shape);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    private static String tokenizer(List<String> words) {
        var vocabulary = words.stream()
                .map(word -> "\"%s\":%d".formatted(word, words.indexOf(word)))
                .collect(joining(","));
        return """
                {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],
                 "normalizer":{"type":"Lowercase"},
                 "pre_tokenizer":{"type":"BertPreTokenizer"},
                 "post_processor":{"type":"BertProcessing","sep":["[SEP]",2],"cls":["[CLS]",1]},
                 "decoder":null,
                 "model":{"type":"WordLevel","vocab":{%s},"unk_token":"[UNK]"}}""".formatted(vocabulary);
    }

    /// A protobuf message as it grows.
    private static final class Message {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message bytes(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            bytes.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return bytes(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return bytes(field, value.toBytes());
        }

        byte[] toBytes() {
            return bytes.toByteArray();
        }

        private void varint(long value) {
            var rest = value;
            while (rest > 0x7F) {
                bytes.write((int) (rest & 0x7F | 0x80));
                rest >>>= 7;
            }
            bytes.write((int) rest);
        }
    }
}
