using MediatR;
using Microsoft.EntityFrameworkCore;
using TeacherCpd.Application.Access;
using TeacherCpd.Application.Common;
using TeacherCpd.Application.Portfolios;
using TeacherCpd.Domain.Common;

namespace TeacherCpd.Application.Trainers;

/// <summary>The file of a reflective report, for its owner and for the assessing body that holds the campaign; assessors read the text without names.</summary>
[SignedIn]
public sealed record GetReflectiveFileQuery(Guid ReportId) : IQuery<MaterialFile>;

internal sealed class GetReflectiveFileHandler(IAppDbContext db, CurrentUser user, IFileStore files) : IRequestHandler<GetReflectiveFileQuery, Result<MaterialFile>>
{
    public async Task<Result<MaterialFile>> Handle(GetReflectiveFileQuery request, CancellationToken cancellationToken)
    {
        var file = await (
            from recertification in db.Recertifications
            join trainer in db.Trainers on recertification.TrainerId equals trainer.Id
            from report in recertification.Reports
            where report.Id == request.ReportId
            select new { report.Sha256, report.ContentType, report.FileName, recertification.Number, trainer.PersonId })
            .SingleOrDefaultAsync(cancellationToken);
        if (file is null || !(file.PersonId == user.Me || user.Can(Permission.RecertifyTrainers)))
        {
            return new NotFound();
        }

        return new MaterialFile(
            await files.OpenAsync(file.Sha256, cancellationToken),
            file.ContentType,
            file.PersonId == user.Me ? file.FileName : file.Number + Path.GetExtension(file.FileName));
    }
}
