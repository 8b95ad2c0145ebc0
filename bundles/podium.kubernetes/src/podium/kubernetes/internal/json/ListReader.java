// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.io.IOException;
import org.eclipse.jdt.annotation.Nullable;

/** Reads a page of a list, or the events of a watch, object by object as the bytes come. */
public final class ListReader {
    private ListReader() {}

    /** Takes objects as they are read; may throw to end the reading. */
    public interface Items {
        void item(ObservedObject seen) throws IOException;
    }

    /** Takes events as they are read. */
    public interface Events {
        /** Type: ADDED, MODIFIED, DELETED, BOOKMARK or ERROR. */
        void event(String type, ObservedObject seen) throws IOException;
    }

    /**
     * What a page says beside its items.
     *
     * @param version resourceVersion of the list
     * @param next continue token; empty on the last page
     */
    public record Page(String version, String next, ObservedObject.@Nullable Failure failure) {}

    /** Reads one page. */
    public static Page page(JsonInput in, ObjectDecoder decoder, Items items) throws IOException {
        String version = "";
        String next = "";
        String kind = "";
        String reason = "";
        String message = "";
        int code = 0;
        if (in.more() && in.object()) {
            in.begin();
            for (String field = in.name(); field != null; field = in.name()) {
                switch (field) {
                    case "items" -> items(in, decoder, items);
                    case "kind" -> kind = in.text();
                    case "code" -> code = (int) in.whole(0);
                    case "reason" -> reason = in.text();
                    case "message" -> message = in.text();
                    case "metadata" -> {
                        JsonTree metadata = JsonTree.read(in);
                        version = metadata.text("resourceVersion");
                        next = metadata.text("continue");
                    }
                    default -> in.skip();
                }
            }
        }
        return new Page(
                version, next, "Status".equals(kind) ? new ObservedObject.Failure(code, reason, message) : null);
    }

    private static void items(JsonInput in, ObjectDecoder decoder, Items items) throws IOException {
        if (!in.array()) {
            return;
        }
        while (in.element()) {
            in.begin();
            items.item(decoder.decode(in));
        }
        in.begin();
    }

    /** Reads one event of a watch. */
    public static void event(JsonInput in, ObjectDecoder decoder, Events events) throws IOException {
        String type = "";
        ObservedObject seen = null;
        in.begin();
        if (in.object()) {
            for (String field = in.name(); field != null; field = in.name()) {
                switch (field) {
                    case "type" -> type = in.text();
                    case "object" -> seen = decoder.decode(in);
                    default -> in.skip();
                }
            }
        }
        if (seen != null) {
            events.event(type, seen);
        }
    }
}
