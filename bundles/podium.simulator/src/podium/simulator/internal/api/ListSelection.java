// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import podium.simulator.internal.api.cache.ObjectVersion;
import podium.simulator.internal.api.http.Query;
import podium.simulator.internal.api.select.FieldSelectors;
import podium.simulator.internal.api.select.LabelSelectors;

/**
 * The objects a list or watch is about.
 *
 * @param namespace only in this one, empty for all
 * @param labels test on the labels
 * @param fields test on the object
 * @param all whether there are no selectors
 */
record ListSelection(String namespace, Predicate<JsonNode> labels, Predicate<ObjectNode> fields, boolean all) {

    static ListSelection of(RequestInfo call) {
        Query query = call.http().query();
        String labels = query.text("labelSelector");
        String fields = query.text("fieldSelector");
        return new ListSelection(
                call.namespace(),
                LabelSelectors.parse(labels),
                FieldSelectors.parse(call.type(), fields, labels),
                labels.isEmpty() && fields.isEmpty());
    }

    boolean takes(ObjectVersion version) {
        return version.in(namespace)
                && (all
                        || labels.test(version.object().path("metadata").path("labels"))
                                && fields.test(version.object()));
    }
}
