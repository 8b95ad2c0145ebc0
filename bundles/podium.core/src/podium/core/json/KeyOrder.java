// SPDX-License-Identifier: Apache-2.0
package podium.core.json;

/**
 * Orders the keys of a map as {@code kubectl get -o yaml} does (sigs.k8s.io/yaml, keyList of goyaml.v2): apiVersion before kind,
 * numbers in names by their value, and what is no letter before letters. Pure; any thread.
 */
final class KeyOrder {
    private KeyOrder() {}

    static int compare(String a, String b) {
        return isLess(a, b) ? -1 : isLess(b, a) ? 1 : a.compareTo(b);
    }

    private static boolean isLess(String a, String b) {
        int at = 0;
        int end = Math.min(a.length(), b.length());
        while (at < end && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        if (at == end) {
            return a.length() < b.length();
        }
        boolean letter = Character.isLetter(a.charAt(at));
        if (letter || Character.isLetter(b.charAt(at))) {
            return letter == Character.isLetter(b.charAt(at)) ? a.charAt(at) < b.charAt(at) : !letter;
        }
        // a zero within a number counts as a digit of it
        int before = a.charAt(at) == '0' || b.charAt(at) == '0' ? leading(a, at) : 0;
        int ofA = digits(a, at);
        int ofB = digits(b, at);
        long first = number(a, at, ofA, before);
        long second = number(b, at, ofB, before);
        return first != second ? first < second : ofA != ofB ? ofA < ofB : a.charAt(at) < b.charAt(at);
    }

    private static int leading(String text, int at) {
        for (int i = at - 1; i >= 0 && Character.isDigit(text.charAt(i)); i--) {
            if (text.charAt(i) != '0') {
                return 1;
            }
        }
        return 0;
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static long number(String text, int from, int end, int before) {
        long number = before;
        for (int i = from; i < end; i++) {
            number = number * 10 + Character.digit(text.charAt(i), 10);
        }
        return number;
    }
}
