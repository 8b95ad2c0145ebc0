// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import dev.cel.runtime.CelEvaluationException;
import java.math.BigDecimal;
import podium.core.dra.QuantityText;
import podium.placement.texts.Texts;

/** What CEL can do with quantities (apiserver/pkg/cel/library, quantity.go). */
final class QuantityFunctions {
    private QuantityFunctions() {}

    static Object parse(String text) throws CelEvaluationException {
        return new CelQuantity(QuantityText.parse(text)
                .orElseThrow(() -> new CelEvaluationException(Texts.of("QuantityFunctions.isNotAQuantity", text))));
    }

    static Object is(String text) {
        return QuantityText.parse(text).isPresent();
    }

    static Object whole(CelQuantity quantity) throws CelEvaluationException {
        try {
            return quantity.value().longValueExact();
        } catch (ArithmeticException e) {
            throw new CelEvaluationException("cannot convert value to integer");
        }
    }

    static Object isWhole(CelQuantity quantity) {
        return quantity.value().stripTrailingZeros().scale() <= 0
                && quantity.value().toBigInteger().bitLength() < Long.SIZE;
    }

    static Object plus(CelQuantity one, CelQuantity two) {
        return new CelQuantity(one.value().add(two.value()));
    }

    static Object minus(CelQuantity one, CelQuantity two) {
        return new CelQuantity(one.value().subtract(two.value()));
    }

    static Object plus(CelQuantity one, Long two) {
        return new CelQuantity(one.value().add(BigDecimal.valueOf(two)));
    }

    static Object minus(CelQuantity one, Long two) {
        return new CelQuantity(one.value().subtract(BigDecimal.valueOf(two)));
    }
}
