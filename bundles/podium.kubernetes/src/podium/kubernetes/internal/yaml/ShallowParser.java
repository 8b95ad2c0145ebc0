// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.yaml;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.parser.Parser;
import podium.kubernetes.texts.Texts;

/**
 * Counts how deep the text is nested and stops where nobody would write on. What composes the nodes calls itself for each
 * level; without this a file of brackets ends in a stack that overflows, without a line.
 */
@NonNullByDefault({}) // the types it stands between do not constrain null
final class ShallowParser implements Parser {
    /** Levels. The deepest field of a custom resource definition lies below 60. */
    static final int DEEPEST = 200;

    private final Parser parser;
    private int depth;

    ShallowParser(Parser parser) {
        this.parser = parser;
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return parser.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> {
                if (++depth > DEEPEST) {
                    throw new DeepYamlException(
                            Texts.of("ShallowParser.itIsNestedDeeper", DEEPEST), event.getStartMark());
                }
            }
            case MappingEnd, SequenceEnd -> depth--;
            default -> {
                // no level
            }
        }
        return event;
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }
}
