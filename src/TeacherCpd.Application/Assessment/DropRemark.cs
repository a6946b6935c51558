using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Domain.Assessment;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Assessment;

/// <summary>An assessor or trainer takes a remark back while the own sheet is a draft.</summary>
[SignedIn]
public sealed record DropRemarkCommand(Guid SheetId, Guid RemarkId) : ICommand<Done>;

internal sealed class DropRemarkHandler(IAppDbContext db, CurrentUser user) : IRequestHandler<DropRemarkCommand, Result<Done>>
{
    public async Task<Result<Done>> Handle(DropRemarkCommand request, CancellationToken cancellationToken)
    {
        var sheet = await db.SheetToRemarkOnAsync(user, request.SheetId, cancellationToken);
        if (sheet is null)
        {
            return new NotFound();
        }

        if (sheet.SignedAt is not null)
        {
            return new SheetAlreadySigned();
        }

        var remark = await db.PassageRemarks.SingleOrDefaultAsync(r => r.Id == request.RemarkId && r.SheetId == sheet.Id, cancellationToken);
        if (remark is not null)
        {
            db.PassageRemarks.Remove(remark);
        }

        return Done.Value;
    }
}
