// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import podium.core.text.CleanText;
import podium.kubernetes.internal.json.QuantityReader;
import podium.kubernetes.texts.Texts;

/** What the containers of a manifest ask for, as far as it is no amount: read as nothing it would fit everywhere. */
final class ContainerAmounts {
    /** Characters of what was written. */
    private static final int LONGEST = 60;

    private ContainerAmounts() {}

    /** What is wrong with the first amount that is none, in a sentence (apimachinery pkg/api/resource: ParseQuantity). */
    static Optional<String> flaw(JsonNode node) {
        return Stream.concat(
                        Stream.of("initContainers", "containers")
                                .flatMap(list -> children(node.path(list)))
                                .flatMap(container -> Stream.of("requests", "limits")
                                        .map(kind -> container.path("resources").path(kind)))
                                .flatMap(amounts -> amounts.properties().stream())
                                .filter(amount -> amount.getValue().isValueNode()
                                        && !amount.getValue().isNull()
                                        && QuantityReader.amount(
                                                        amount.getKey(),
                                                        amount.getValue().asText())
                                                .isEmpty())
                                .map(amount -> Texts.of(
                                        "ContainerAmounts.isNoAmount",
                                        CleanText.middle(amount.getKey(), LONGEST),
                                        CleanText.middle(amount.getValue().asText(), LONGEST))),
                        children(node).flatMap(child -> flaw(child).stream()))
                .findFirst();
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return node.isContainerNode() ? StreamSupport.stream(node.spliterator(), false) : Stream.empty();
    }
}
