// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra.cel;

import com.google.re2j.Pattern;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionOverload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.placement.texts.Texts;

/** The functions Kubernetes adds to CEL (apiserver/pkg/cel/library), as far as they can say something of a device. */
final class KubernetesFunctions {
    static final CelType QUANTITY = OpaqueType.create("kubernetes.Quantity");
    private static final CelType SEMVER = OpaqueType.create("kubernetes.Semver");
    private static final CelType STRING = SimpleType.STRING;
    private static final CelType BOOL = SimpleType.BOOL;
    private static final CelType INT = SimpleType.INT;
    private static final TypeParamType ANY = TypeParamType.create("T");
    private static final CelType LIST = ListType.create(ANY);

    private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
    private final List<CelFunctionBinding> bindings = new ArrayList<>();

    /** A function of one argument that may fail. */
    private interface One<A> {
        Object apply(A argument) throws CelEvaluationException;
    }

    /** A function of two arguments that may fail. */
    private interface Two<A, B> {
        Object apply(A first, B second) throws CelEvaluationException;
    }

    KubernetesFunctions() {
        quantities();
        versions();
        lists();
        texts();
    }

    List<CelFunctionDecl> declarations() {
        return overloads.entrySet().stream()
                .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
                .toList();
    }

    List<CelFunctionBinding> bindings() {
        return bindings;
    }

    private void quantities() {
        plain("quantity", "string_to_quantity", QUANTITY, STRING, String.class, QuantityFunctions::parse);
        plain("isQuantity", "is_quantity_string", BOOL, STRING, String.class, QuantityFunctions::is);
        plain("sign", "quantity_sign", INT, QUANTITY, CelQuantity.class, q ->
                (long) q.value().signum());
        of("sign", "quantity_its_sign", INT, QUANTITY, CelQuantity.class, q ->
                (long) q.value().signum());
        of("asInteger", "quantity_get_int", INT, QUANTITY, CelQuantity.class, QuantityFunctions::whole);
        of("isInteger", "quantity_is_integer", BOOL, QUANTITY, CelQuantity.class, QuantityFunctions::isWhole);
        of("asApproximateFloat", "quantity_get_float", SimpleType.DOUBLE, QUANTITY, CelQuantity.class, q -> q.value()
                .doubleValue());
        compared("quantity", QUANTITY, CelQuantity.class);
        of(
                "add",
                "quantity_add",
                QUANTITY,
                QUANTITY,
                CelQuantity.class,
                QUANTITY,
                CelQuantity.class,
                QuantityFunctions::plus);
        of(
                "sub",
                "quantity_sub",
                QUANTITY,
                QUANTITY,
                CelQuantity.class,
                QUANTITY,
                CelQuantity.class,
                QuantityFunctions::minus);
        of("add", "quantity_add_int", QUANTITY, QUANTITY, CelQuantity.class, INT, Long.class, QuantityFunctions::plus);
        of("sub", "quantity_sub_int", QUANTITY, QUANTITY, CelQuantity.class, INT, Long.class, QuantityFunctions::minus);
    }

    private void versions() {
        plain("semver", "string_to_semver", SEMVER, STRING, String.class, text -> version(text, false));
        plain("isSemver", "is_semver_string", BOOL, STRING, String.class, text -> SemanticVersion.parse(text)
                .isPresent());
        add("semver", CelOverloadDecl.newGlobalOverload("string_bool_to_semver", SEMVER, STRING, BOOL));
        bind("string_bool_to_semver", String.class, Boolean.class, KubernetesFunctions::version);
        add("isSemver", CelOverloadDecl.newGlobalOverload("is_semver_string_bool", BOOL, STRING, BOOL));
        bind("is_semver_string_bool", String.class, Boolean.class, (text, lax) -> (lax
                        ? SemanticVersion.lax(text)
                        : SemanticVersion.parse(text))
                .isPresent());
        of("major", "semver_major", INT, SEMVER, SemanticVersion.class, SemanticVersion::major);
        of("minor", "semver_minor", INT, SEMVER, SemanticVersion.class, SemanticVersion::minor);
        of("patch", "semver_patch", INT, SEMVER, SemanticVersion.class, SemanticVersion::patch);
        compared("semver", SEMVER, SemanticVersion.class);
    }

    private static Object version(String text, boolean lax) throws CelEvaluationException {
        return (lax ? SemanticVersion.lax(text) : SemanticVersion.parse(text))
                .orElseThrow(() -> new CelEvaluationException(Texts.of("KubernetesFunctions.isNotASemantic", text)));
    }

    private <T extends Comparable<T>> void compared(String name, CelType type, Class<T> of) {
        of("compareTo", name + "_compare_to", INT, type, of, type, of, (a, b) -> (long) Integer.signum(a.compareTo(b)));
        of("isGreaterThan", name + "_is_greater_than", BOOL, type, of, type, of, (a, b) -> a.compareTo(b) > 0);
        of("isLessThan", name + "_is_less_than", BOOL, type, of, type, of, (a, b) -> a.compareTo(b) < 0);
    }

    private void lists() {
        of("isSorted", "list_is_sorted", BOOL, LIST, List.class, ListFunctions::sorted);
        of("sum", "list_sum", ANY, LIST, List.class, ListFunctions::sum);
        of("min", "list_min", ANY, LIST, List.class, list -> ListFunctions.extreme(list, -1));
        of("max", "list_max", ANY, LIST, List.class, list -> ListFunctions.extreme(list, 1));
        of("indexOf", "list_index_of", INT, LIST, List.class, ANY, Object.class, (list, value) ->
                (long) list.indexOf(value));
        of("lastIndexOf", "list_last_index_of", INT, LIST, List.class, ANY, Object.class, (list, value) ->
                (long) list.lastIndexOf(value));
    }

    private void texts() {
        of("find", "string_find_string", STRING, STRING, String.class, STRING, String.class, (text, pattern) -> {
            List<String> found = ListFunctions.found(text, Pattern.compile(pattern), 1);
            return found.isEmpty() ? "" : found.getFirst();
        });
        of(
                "findAll",
                "string_find_all_string",
                ListType.create(STRING),
                STRING,
                String.class,
                STRING,
                String.class,
                (text, pattern) -> ListFunctions.found(text, Pattern.compile(pattern), Integer.MAX_VALUE));
    }

    private <A> void plain(String name, String id, CelType result, CelType type, Class<A> of, One<A> function) {
        add(name, CelOverloadDecl.newGlobalOverload(id, result, type));
        bind(id, of, function);
    }

    private <A> void of(String name, String id, CelType result, CelType type, Class<A> of, One<A> function) {
        add(name, CelOverloadDecl.newMemberOverload(id, result, type));
        bind(id, of, function);
    }

    private <A, B> void of(
            String name,
            String id,
            CelType result,
            CelType one,
            Class<A> a,
            CelType two,
            Class<B> b,
            Two<A, B> function) {
        add(name, CelOverloadDecl.newMemberOverload(id, result, one, two));
        bind(id, a, b, function);
    }

    private void add(String name, CelOverloadDecl overload) {
        overloads.computeIfAbsent(name, key -> new ArrayList<>()).add(overload);
    }

    private <A> void bind(String id, Class<A> of, One<A> function) {
        CelFunctionOverload.Unary<A> unary = function::apply;
        bindings.add(CelFunctionBinding.from(id, of, unary));
    }

    private <A, B> void bind(String id, Class<A> a, Class<B> b, Two<A, B> function) {
        CelFunctionOverload.Binary<A, B> binary = function::apply;
        bindings.add(CelFunctionBinding.from(id, a, b, binary));
    }
}
