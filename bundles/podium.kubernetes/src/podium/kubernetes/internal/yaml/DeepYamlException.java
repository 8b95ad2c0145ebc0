// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;

/** A text is nested deeper than anybody writes. */
public final class DeepYamlException extends ParserException {
    private static final long serialVersionUID = 1L;

    DeepYamlException(String message, Optional<Mark> mark) {
        super(message, mark);
    }
}
