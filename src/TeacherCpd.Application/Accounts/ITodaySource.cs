using TeacherCpd.Application.Access;

namespace TeacherCpd.Application.Accounts;

/// <summary>One thing that waits for the user.</summary>
/// <param name="TextKey">Key of what is to be done.</param>
/// <param name="Args">Values for the places of the text.</param>
/// <param name="Path">Address where it is done.</param>
/// <param name="DueOn">By when, or null.</param>
/// <param name="Count">How many of the kind; 1 for a single thing.</param>
public sealed record TodayItem(string TextKey, IReadOnlyList<object?> Args, string Path, DateOnly? DueOn = null, int Count = 1);

/// <summary>
/// Tells what waits for the user in one module. Asked on each visit of the first page: two queries at the most, and
/// none where the user holds no role for it.
/// </summary>
public interface ITodaySource
{
    /// <summary>What waits, the most urgent first.</summary>
    Task<IReadOnlyList<TodayItem>> ItemsAsync(CurrentUser user, CancellationToken cancellationToken);
}
