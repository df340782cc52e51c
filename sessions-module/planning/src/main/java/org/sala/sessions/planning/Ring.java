package org.sala.sessions.planning;

/**
 * Numbers 0 to size - 1 that are added and multiplied so that as few products as can be are zero: a finite field where the
 * size is a power of a prime, else fields side by side. Digits to the base of the prime are the coefficients of polynomials.
 */
final class Ring {
    private final int size;
    private final int[][] minus;
    private final int[][] times;

    private Ring(int size) {
        this.size = size;
        minus = new int[size][size];
        times = new int[size][size];
    }

    static Ring of(int size) {
        Ring ring = new Ring(1);
        int left = size;
        for (int prime = 2; left > 1; prime++) {
            int power = 1;
            while (left % prime == 0) {
                left /= prime;
                power *= prime;
            }
            if (power > 1) {
                ring = beside(ring, field(prime, power));
            }
        }
        return ring;
    }

    int size() {
        return size;
    }

    int minus(int one, int other) {
        return minus[one][other];
    }

    int times(int one, int other) {
        return times[one][other];
    }

    private static Ring beside(Ring one, Ring other) {
        Ring both = new Ring(one.size * other.size);
        for (int a = 0; a < both.size; a++) {
            for (int b = 0; b < both.size; b++) {
                both.minus[a][b] = one.minus[a / other.size][b / other.size] * other.size
                        + other.minus[a % other.size][b % other.size];
                both.times[a][b] = one.times[a / other.size][b / other.size] * other.size
                        + other.times[a % other.size][b % other.size];
            }
        }
        return both;
    }

    /** Tries polynomials until one has no factors, which shows in that no product is zero. */
    private static Ring field(int prime, int power) {
        for (int rest = 0; rest < power; rest++) {
            Ring ring = new Ring(power);
            boolean isField = true;
            for (int a = 0; a < power && isField; a++) {
                for (int b = 0; b < power && isField; b++) {
                    ring.minus[a][b] = plus(a, b, prime - 1, prime);
                    ring.times[a][b] = product(a, b, rest, prime, power);
                    isField = ring.times[a][b] != 0 || a == 0 || b == 0;
                }
            }
            if (isField) {
                return ring;
            }
        }
        throw new IllegalStateException("There is a field of every power of a prime, and not of %d".formatted(power));
    }

    /** {@code a + factor * b}, digit by digit. */
    private static int plus(int a, int b, int factor, int prime) {
        int sum = 0;
        int digit = 1;
        for (int x = a, y = b; x > 0 || y > 0; x /= prime, y /= prime) {
            sum += (x % prime + factor * (y % prime)) % prime * digit;
            digit *= prime;
        }
        return sum;
    }

    /** Modulo the polynomial whose first coefficient is 1 and whose others are the digits of {@code rest}. */
    private static int product(int a, int b, int rest, int prime, int power) {
        int product = 0;
        int shifted = a;
        for (int left = b; left > 0; left /= prime) {
            product = plus(product, shifted, left % prime, prime);
            int first = shifted * prime / power;
            shifted = plus(shifted * prime % power, rest, (prime - first) % prime, prime);
        }
        return product;
    }
}
