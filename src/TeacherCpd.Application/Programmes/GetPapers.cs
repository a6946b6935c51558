using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Common;
using TeacherCpd.Domain.Programmes;

namespace TeacherCpd.Application.Programmes;

/// <summary>The versions that wait for a protocol or for a letter.</summary>
[RequirePermission(Permission.AgreeProgrammes)]
public sealed record GetPapersQuery(ApprovalKind Kind) : IQuery<IReadOnlyList<AwaitingVersion>>;

/// <summary>A version that waits for a paper.</summary>
/// <param name="Papers">Papers recorded already.</param>
/// <param name="InclusiveMissing">Whether a subject programme says nothing of teaching in an inclusive class.</param>
public sealed record AwaitingVersion(
    Guid Id, string Code, LocalizedText Title, int Number, int? Hours, bool InclusiveMissing, IReadOnlyList<ApprovalView> Papers);

internal sealed class GetPapersHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetPapersQuery, Result<IReadOnlyList<AwaitingVersion>>>
{
    public async Task<Result<IReadOnlyList<AwaitingVersion>>> Handle(GetPapersQuery request, CancellationToken cancellationToken)
    {
        if (!user.CanEverywhere(Permission.AgreeProgrammes))
        {
            return new Forbidden();
        }

        var waiting = request.Kind == ApprovalKind.CouncilProtocol ? ProgrammeVersionStatus.AtCouncil : ProgrammeVersionStatus.Agreed;
        return await (
            from version in db.ProgrammeVersions
            join programme in db.Programmes on version.ProgrammeId equals programme.Id
            where version.Status == waiting
            orderby programme.Code, version.Number
            select new AwaitingVersion(
                version.Id,
                programme.Code,
                programme.Title,
                version.Number,
                version.Hours,
                programme.Direction == ProgrammeDirections.Subject && !version.Modules.Any(m => m.Inclusive),
                version.Approvals.OrderBy(a => a.Date).Select(a => new ApprovalView(a.Kind, a.Number, a.Date)).ToList()))
            .ToListAsync(cancellationToken);
    }
}
