// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Scrape;
import podium.core.metrics.MetricsParser.Value;
import podium.gpu.texts.Texts;

/** Reads the NodeMetricsList of metrics.k8s.io/v1beta1 (k8s.io/metrics, pkg/apis/metrics/v1beta1/types.go). */
final class NodeMetricsJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    /** Suffixes of a Quantity (k8s.io/apimachinery, pkg/api/resource/suffix.go) and what they multiply by. */
    private static final List<String> SUFFIXES =
            List.of("n", "u", "m", "", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    private final List<DeviceSample> samples = new ArrayList<>();
    private int broken;

    private NodeMetricsJson() {}

    /** @throws IllegalArgumentException when it is no such list */
    static Scrape read(byte[] json) {
        NodeMetricsJson list = new NodeMetricsJson();
        boolean items = false;
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException(Texts.of("NodeMetricsJson.notAListOf"));
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals("items");
                if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
                    items = true;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        list.item(parser);
                    }
                } else {
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(Texts.of("NodeMetricsJson.notAListOf"), e);
        }
        if (!items) {
            throw new IllegalArgumentException(Texts.of("NodeMetricsJson.notAListOf"));
        }
        return new Scrape(list.samples, list.broken);
    }

    private void item(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            broken++;
            return;
        }
        String node = "";
        List<Value> values = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            if (parser.nextToken() != JsonToken.START_OBJECT || !(field.equals("metadata") || field.equals("usage"))) {
                parser.skipChildren();
                continue;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                String text = parser.getValueAsString("");
                parser.skipChildren();
                switch (field + "." + name) {
                    case "metadata.name" -> node = text;
                    case "usage.cpu" -> add(Metric.NODE_CPU, text, values);
                    case "usage.memory" -> add(Metric.NODE_MEMORY, text, values);
                    default -> {}
                }
            }
        }
        if (node.isEmpty()) {
            broken++;
        } else {
            samples.add(
                    new DeviceSample(OptionalInt.of(DeviceKey.NODE), "", "", "", node, Optional.empty(), "", values));
        }
    }

    private void add(Metric metric, String text, List<Value> values) {
        OptionalDouble amount = quantity(text);
        amount.ifPresentOrElse(value -> values.add(new Value(metric, value)), () -> broken++);
    }

    /** A Quantity as a number; empty when it is none. */
    static OptionalDouble quantity(String text) {
        int end = text.length();
        while (end > 0 && Character.isLetter(text.charAt(end - 1)) && !isExponent(text, end - 1)) {
            end--;
        }
        int suffix = SUFFIXES.indexOf(text.substring(end));
        if (suffix < 0 || end == 0 || end > 40) {
            return OptionalDouble.empty();
        }
        double factor = suffix < 10 ? Math.pow(1000, suffix - 3) : Math.pow(1024, suffix - 9);
        try {
            double number = new BigDecimal(text.substring(0, end)).doubleValue();
            return OptionalDouble.of(factor < 1 ? number / Math.pow(1000, 3 - suffix) : number * factor);
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static boolean isExponent(String text, int at) {
        return (text.charAt(at) == 'e' || text.charAt(at) == 'E') && at < text.length() - 1;
    }
}
