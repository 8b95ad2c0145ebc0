// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MStackElement;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * The parts of a saved window after the product changed: those that are still there stay where they were left, ones that the
 * product has no more go, and new ones come to the parts they stand with. UI thread.
 */
final class SavedParts {
    private final MWindow saved;
    private final MWindow product;

    SavedParts(MWindow saved, MWindow product) {
        this.saved = saved;
        this.product = product;
    }

    void renew() {
        Map<String, MPart> made = parts(product);
        Map<String, MPart> kept = parts(saved);
        kept.forEach((id, part) -> Optional.ofNullable(made.get(id))
                .ifPresentOrElse(it -> renew(part, it), () -> EcoreUtil.remove((EObject) part)));
        for (MPart part : made.values()) {
            if (!kept.containsKey(part.getElementId())) {
                add(part);
            }
        }
        all(saved, MPartStack.class)
                .filter(stack -> !stack.getChildren().contains(stack.getSelectedElement()))
                .forEach(stack -> stack.setSelectedElement(
                        stack.getChildren().stream().findFirst().orElse(null)));
    }

    /** A label tells what is in the part now: a saved one is of another time. */
    private static void renew(MPart saved, MPart product) {
        saved.setContributionURI(product.getContributionURI());
        saved.setLabel(product.getLabel());
        saved.setIconURI(product.getIconURI());
        saved.setCloseable(product.isCloseable());
    }

    private void add(MPart part) {
        if (!((Object) part.getParent() instanceof MPartStack stack)) {
            return;
        }
        List<String> beside =
                stack.getChildren().stream().map(MUIElement::getElementId).toList();
        int place = beside.indexOf(part.getElementId());
        List<MPartStack> stacks = all(saved, MPartStack.class).toList();
        Stream<MPartStack> same =
                stacks.stream().filter(to -> stack.getElementId().equals(to.getElementId()));
        Stream<MPartStack> withOthers = stacks.stream().filter(to -> to.getChildren().stream()
                .map(MStackElement::getElementId)
                .anyMatch(beside::contains));
        Stream.of(same, withOthers, stacks.stream())
                .flatMap(Function.identity())
                .findFirst()
                .ifPresent(to ->
                        to.getChildren().add(Math.min(place, to.getChildren().size()), part));
    }

    private static Map<String, MPart> parts(MWindow window) {
        return all(window, MPart.class)
                .collect(Collectors.toMap(MPart::getElementId, part -> part, (first, again) -> first));
    }

    private static <T> Stream<T> all(MWindow window, Class<T> type) {
        Iterable<EObject> contents = ((EObject) window)::eAllContents;
        return StreamSupport.stream(contents.spliterator(), false)
                .filter(type::isInstance)
                .map(type::cast)
                .toList()
                .stream();
    }
}
