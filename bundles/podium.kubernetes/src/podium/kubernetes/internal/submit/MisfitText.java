// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.submit;

import com.fasterxml.jackson.databind.JsonNode;
import podium.core.text.CleanText;
import podium.kubernetes.internal.client.FieldTypes.Misfit;
import podium.kubernetes.internal.client.FieldTypes.Wanted;
import podium.kubernetes.texts.Texts;

/** What is said of a value that is of another type than its field. */
final class MisfitText {
    /** Letters of a value that are repeated. */
    private static final int LONGEST = 40;

    private MisfitText() {}

    static String problem(Misfit misfit) {
        String field = String.join(".", misfit.path()).replace(".[", "[");
        String found = found(misfit.value());
        return switch (misfit.wanted()) {
            case WHOLE_NUMBER -> Texts.of("MisfitText.wholeNumber", field, found);
            case NUMBER -> Texts.of("MisfitText.number", field, found);
            case TRUE_OR_FALSE -> Texts.of("MisfitText.trueOrFalse", field, found);
            case TEXT -> Texts.of("MisfitText.text", field, found);
            case NUMBER_OR_TEXT -> Texts.of("MisfitText.numberOrText", field, found);
            case LIST -> Texts.of("MisfitText.list", field, found);
            case MAPPING -> Texts.of("MisfitText.mapping", field, found);
        };
    }

    static String advice(Misfit misfit) {
        JsonNode value = misfit.value();
        boolean meant = misfit.wanted() == Wanted.TRUE_OR_FALSE
                ? value.asText().matches("true|false")
                : misfit.wanted() == Wanted.WHOLE_NUMBER && value.asText().matches("-?[0-9]+");
        if (value.isTextual() && meant) {
            return Texts.of("MisfitText.withoutQuotes");
        }
        return misfit.wanted() == Wanted.TEXT && value.isValueNode()
                ? Texts.of("MisfitText.inQuotes")
                : Texts.of("MisfitText.correctIt");
    }

    private static String found(JsonNode value) {
        if (value.isContainerNode()) {
            return value.isArray() ? Texts.of("MisfitText.aList") : Texts.of("MisfitText.aMapping");
        }
        String words = CleanText.middle(value.asText(), LONGEST);
        return value.isTextual() ? "\"" + words + "\"" : words;
    }
}
