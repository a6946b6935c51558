using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.HelpDesk;

namespace TeacherCpd.Application.HelpDesk.Answers;

/// <summary>The answers that are given often, by subject.</summary>
[RequirePermission(Permission.AnswerTickets)]
public sealed record GetCannedAnswersQuery : IQuery<IReadOnlyList<CannedAnswerView>>;

/// <summary>An answer that is given often.</summary>
public sealed record CannedAnswerView(Guid Id, TicketSubject Subject, LocalizedText Title, LocalizedText Text, bool IsOffered);

internal sealed class GetCannedAnswersHandler(IAppDbContext db) : IRequestHandler<GetCannedAnswersQuery, Result<IReadOnlyList<CannedAnswerView>>>
{
    public async Task<Result<IReadOnlyList<CannedAnswerView>>> Handle(GetCannedAnswersQuery request, CancellationToken cancellationToken) =>
        (await db.CannedAnswers.AsNoTracking().ToListAsync(cancellationToken))
            .OrderBy(a => a.Subject)
            .ThenBy(a => a.Title.Kk, StringComparer.Ordinal)
            .Select(a => new CannedAnswerView(a.Id, a.Subject, a.Title, a.Text, a.IsOffered))
            .ToList();
}
