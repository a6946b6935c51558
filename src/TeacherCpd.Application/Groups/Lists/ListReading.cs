using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Groups.Lists;

/// <summary>Reading an uploaded list or table within a time that no honest file needs.</summary>
public static class ListReading
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <summary>The rows of a file, or what is wrong with it.</summary>
    /// <param name="reader">Reader.</param>
    /// <param name="file">The upload; seekable, left open.</param>
    /// <param name="fileName">Name as the browser sent it.</param>
    /// <param name="time">Clock.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Result<ListTable> ReadInTime(this IListFileReader reader, Stream file, string fileName, TimeProvider time, CancellationToken cancellationToken)
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
