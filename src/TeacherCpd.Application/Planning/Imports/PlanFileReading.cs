using TeacherCpd.Application.Groups.Lists;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Planning;

namespace TeacherCpd.Application.Planning.Imports;

/// <summary>Reading an uploaded plan or rating within a time that no honest file needs.</summary>
internal static class PlanFileReading
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The rows of a file, or what is wrong with it.</summary>
    /// <param name="reader">Reader.</param>
    /// <param name="file">The upload; seekable, left open.</param>
    /// <param name="fileName">Name as the browser sent it.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Result<IReadOnlyList<PlanSheetRow>> ReadInTime(this IPlanFileReader reader, Stream file, string fileName, TimeProvider time, CancellationToken cancellationToken)
    {
        using var longest = new CancellationTokenSource(Longest, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, longest.Token);
        try
        {
            return reader.Read(file, UploadReader.NameOf(fileName), stop.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ListFileDamaged();
        }
    }
}
