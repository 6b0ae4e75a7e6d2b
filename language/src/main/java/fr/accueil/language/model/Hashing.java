package fr.accueil.language.model;

/// FNV-1a over the characters, mixed at the end (the finaliser of MurmurHash3) and cut to 32 bits.
final class Hashing {

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hashing() {}

    static int of(String... parts) {
        long hash = START;
        for (var part : parts) {
            hash = step(run(hash, part, 0, part.length()), '_');
        }
        return mixed(hash);
    }

    static int of(String text, int from, int to) {
        return mixed(run(START, text, from, to));
    }

    private static long run(long start, String text, int from, int to) {
        long hash = start;
        for (int i = from; i < to; i++) {
            hash = step(hash, text.charAt(i));
        }
        return hash;
    }

    private static long step(long hash, char character) {
        return (hash ^ character) * PRIME;
    }

    private static int mixed(long hash) {
        long h = hash ^ hash >>> 33;
        h *= 0xff51afd7ed558ccdL;
        h ^= h >>> 33;
        h *= 0xc4ceb9fe1a85ec53L;
        return (int) (h ^ h >>> 33);
    }
}
