// SPDX-License-Identifier: Apache-2.0
package podium.ui.prompt;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import podium.core.change.ClusterId;
import podium.operation.object.ObjectActionCompiler.Flaw;

/**
 * An object that is being written.
 *
 * @param text as it is on the server, YAML
 * @param written what was made of it so far; the same text at first
 * @param field the value of this one is picked when it opens; empty: none
 * @param flaw what is wrong with a text; empty: nothing; for a thread in the background
 * @param hint what is known of the field at a place of a text, in words; for a thread in the background
 * @param completion what may stand at a place of a text; for a thread in the background
 */
public record YamlDraft(
        String title,
        ClusterId cluster,
        String text,
        String written,
        String field,
        Function<String, Optional<Flaw>> flaw,
        BiFunction<String, Integer, Optional<String>> hint,
        BiFunction<String, Integer, YamlCompletion> completion) {}
