using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Originality;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>The code of the work about which an assessor has a doubt.</summary>
[RequirePermission(Permission.AssessPortfolios)]
public sealed record GetSuspicionFormQuery(Guid SheetId) : IQuery<string>;

internal sealed class GetSuspicionFormHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<GetSuspicionFormQuery, Result<string>>
{
    public async Task<Result<string>> Handle(GetSuspicionFormQuery request, CancellationToken cancellationToken)
    {
        var me = user.Me;
        var code = await db.WorkPlaces()
            .Where(w => db.SheetsOf(me).Any(s => s.Id == request.SheetId && s.SignedAt == null && s.PortfolioVersionId == w.VersionId))
            .Select(w => w.ListenerCode)
            .SingleOrDefaultAsync(cancellationToken);
        return code is null ? new NotFound() : code;
    }
}
