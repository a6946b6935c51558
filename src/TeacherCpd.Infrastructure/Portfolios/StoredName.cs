namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>The name of a stored file in parts, <c>ab</c>, <c>cd</c>, <c>abcd…</c>: made of its hash and of nothing else.</summary>
internal static class StoredName
{
    /// <exception cref="ArgumentException">The hash is not 64 lower-case hexadecimal digits.</exception>
    public static string[] PartsOf(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)
            ? [sha256[..2], sha256[2..4], sha256]
            : throw new ArgumentException("A hash is 64 lower-case hexadecimal digits.", nameof(sha256));
}
