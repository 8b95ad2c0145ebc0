// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import podium.gpu.texts.Texts;

/**
 * Walks the answer of /api/v1/query and /api/v1/query_range (Prometheus, "HTTP API"; VictoriaMetrics and Thanos answer
 * alike) and shows each series: its labels, then its points. One use, one thread.
 */
final class PrometheusJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Takes the series. */
    interface Taker {
        /** A series begins; false: its points are not wanted. */
        boolean series(Map<String, String> labels);

        /**
         * A point of it.
         *
         * @param time epoch milliseconds
         * @param value as written; NaN where it is no number
         */
        void point(long time, double value);

        /** Something that is no series or no point was passed over. */
        void broken();
    }

    private final Taker taker;
    private String status = "";
    private String error = "";
    private boolean result;

    PrometheusJson(Taker taker) {
        this.taker = taker;
    }

    /** @throws IllegalArgumentException when it is no such answer, or one that says the query failed */
    void read(byte[] json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            expect(parser.nextToken() == JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                switch (name) {
                    case "status" -> status = parser.getValueAsString("");
                    case "error" -> error = parser.getValueAsString("");
                    case "data" -> data(parser, value);
                    default -> parser.skipChildren();
                }
            }
            expect(parser.currentToken() == JsonToken.END_OBJECT);
        } catch (IOException e) {
            throw new IllegalArgumentException(Texts.of("PrometheusJson.notAnAnswerBecause", first(e.getMessage())), e);
        }
        if (!status.equals("success")) {
            throw new IllegalArgumentException(
                    status.equals("error")
                            ? Texts.of("PrometheusJson.theQueryFailed", error)
                            : Texts.of("PrometheusJson.notAnAnswer"));
        }
        if (!result) {
            throw new IllegalArgumentException(Texts.of("PrometheusJson.theAnswerOfThe"));
        }
    }

    private void data(JsonParser parser, JsonToken start) throws IOException {
        if (start != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("result") && value == JsonToken.START_ARRAY) {
                result = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    series(parser);
                }
            } else {
                parser.skipChildren();
            }
        }
    }

    /** The labels come first, as every server writes them; points before them belong to nothing. */
    private void series(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            taker.broken();
            return;
        }
        boolean wanted = false;
        boolean named = false;
        boolean valued = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("metric") && value == JsonToken.START_OBJECT) {
                wanted = taker.series(labels(parser));
                named = true;
            } else if (wanted && name.equals("value") && value == JsonToken.START_ARRAY) {
                valued = true;
                point(parser);
            } else if (wanted && name.equals("values") && value == JsonToken.START_ARRAY) {
                valued = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    point(parser);
                }
            } else {
                parser.skipChildren();
            }
        }
        if (!named || wanted && !valued) {
            taker.broken();
        }
    }

    private static Map<String, String> labels(JsonParser parser) throws IOException {
        Map<String, String> labels = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            labels.put(name, parser.getValueAsString(""));
            parser.skipChildren();
        }
        return labels;
    }

    private void point(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            taker.broken();
            return;
        }
        boolean time = parser.nextToken().isNumeric();
        double seconds = time ? parser.getDoubleValue() : Double.NaN;
        parser.skipChildren();
        JsonToken second = parser.currentToken() == JsonToken.END_ARRAY ? JsonToken.END_ARRAY : parser.nextToken();
        String text = second == JsonToken.VALUE_STRING ? parser.getText() : "";
        while (parser.currentToken() != JsonToken.END_ARRAY) {
            parser.skipChildren();
            parser.nextToken();
        }
        if (time && !text.isEmpty() && ExpositionLines.isNumber(text)) {
            taker.point(Math.round(seconds * 1000), ExpositionLines.number(text));
        } else {
            taker.broken();
        }
    }

    private static void expect(boolean met) {
        if (!met) {
            throw new IllegalArgumentException(Texts.of("PrometheusJson.notAnAnswer"));
        }
    }

    private static String first(String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
