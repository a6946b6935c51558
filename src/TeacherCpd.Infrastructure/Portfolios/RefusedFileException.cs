using TeacherCpd.Domain.Common;

namespace TeacherCpd.Infrastructure.Portfolios;

/// <summary>
/// Carries an expected failure out of the depth of a parser, where a limit is met inside a library's read.
/// <see cref="TextExtractor"/>, and the reader of lists, turn it back into a value; it never leaves them.
/// </summary>
internal sealed class RefusedFileException(Error error) : Exception(error.Code)
{
    public Error Error { get; } = error;
}
