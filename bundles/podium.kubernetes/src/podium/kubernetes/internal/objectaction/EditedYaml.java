// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.yaml.ParserFlaws;
import podium.kubernetes.internal.yaml.YamlFlaw;
import podium.kubernetes.internal.yaml.YamlNodes;
import podium.kubernetes.internal.yaml.YamlTree;
import podium.kubernetes.texts.Texts;
import podium.operation.object.ObjectActionCompiler.Flaw;

/**
 * A text that an operator wrote, as one object. What is wrong is said in words of ours with line and column: what a parser says is
 * about its states, and no operator's business.
 *
 * @param object a missing node where there is a flaw
 */
record EditedYaml(JsonNode object, Optional<Flaw> flaw) {
    /** etcd takes no object over 1.5 MiB. */
    private static final int LONGEST = 4 << 20;

    static EditedYaml read(String text) {
        if (text.length() > LONGEST) {
            return flawed(
                    1, 1, Texts.of("EditedYaml.itIsLongerThanAnyObject"), Texts.of("EditedYaml.takeSomethingOut"));
        }
        try {
            Iterator<Node> all = YamlNodes.of(text);
            if (!all.hasNext()) {
                return flawed(1, 1, Texts.of("EditedYaml.itIsEmpty"), Texts.of("EditedYaml.toDeleteTheObject"));
            }
            Node first = all.next();
            // numbers as a server's answer has them: what is equal there is equal here
            JsonNode object = Trees.read(Trees.write(new YamlTree().json(first)));
            if (all.hasNext()) {
                Node second = all.next();
                return flawed(
                        YamlNodes.line(second),
                        1,
                        Texts.of("EditedYaml.aSecondDocumentBegins"),
                        Texts.of("EditedYaml.editOneObjectAtATime"));
            }
            return object.isObject()
                    ? new EditedYaml(object, Optional.empty())
                    : flawed(
                            YamlNodes.line(first),
                            1,
                            Texts.of("EditedYaml.thisIsNotAnObject"),
                            Texts.of("EditedYaml.itNeedsApiversionAndKind"));
        } catch (YamlFlaw e) {
            return flawed(e.line(), e.column(), e.problem(), e.advice());
        } catch (YamlEngineException e) {
            YamlFlaw flaw = ParserFlaws.of(text, e);
            return flawed(flaw.line(), flaw.column(), flaw.problem(), flaw.advice());
        } catch (IOException e) {
            throw new UncheckedIOException("what is written can be read", e);
        }
    }

    private static EditedYaml flawed(int line, int column, String problem, String advice) {
        return new EditedYaml(MissingNode.getInstance(), Optional.of(new Flaw(line, column, problem, advice)));
    }
}
