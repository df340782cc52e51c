package org.sala.eventing.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HashTreeTest {

    /** The roots of the first trees over the inputs that implementations of Certificate Transparency test with. */
    @Test
    void rootsAreThoseOfRfc6962() {
        var inputs = List.of(
                "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
        var roots = List.of(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var tree = new HashTree();
        for (var i = 0; i < inputs.size(); i++) {
            tree.add(leaf(HexFormat.of().parseHex(inputs.get(i))));
            assertThat(tree.root()).hasToString(roots.get(i));
        }
    }

    @Property(tries = 60)
    void aTreeGoesOnFromItsFrontierAsIfItHadNeverStopped(
            @ForAll @IntRange(max = 300) int before, @ForAll @IntRange(min = 1, max = 300) int after) {
        var whole = new HashTree();
        var first = new HashTree();
        for (var i = 0; i < before; i++) {
            whole.add(leaf(i));
            first.add(leaf(i));
        }
        var second = new HashTree(before, first.frontier());
        for (var i = before; i < before + after; i++) {
            whole.add(leaf(i));
            second.add(leaf(i));
        }
        assertThat(second.root()).isEqualTo(whole.root()).isEqualTo(defined(0, before + after));
        assertThat(second.leaves()).isEqualTo(before + after);
    }

    @Test
    void aFrontierOfAnotherSizeIsRefused() {
        assertThatThrownBy(() -> new HashTree(3, new byte[32])).isInstanceOf(IllegalStateException.class);
    }

    /** As the RFC defines it: the largest power of two below the number goes left. */
    private static HashTree.Hash defined(int from, int to) {
        if (to - from == 1) {
            return leaf(from);
        }
        var left = Integer.highestOneBit(to - from - 1);
        return new HashTree.Hash(sha256(
                new byte[] {1},
                defined(from, from + left).bytes(),
                defined(from + left, to).bytes()));
    }

    private static HashTree.Hash leaf(int number) {
        return leaf(Integer.toString(number).getBytes(StandardCharsets.UTF_8));
    }

    private static HashTree.Hash leaf(byte[] entry) {
        return new HashTree.Hash(sha256(new byte[] {0}, entry));
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            List.of(parts).forEach(digest::update);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
