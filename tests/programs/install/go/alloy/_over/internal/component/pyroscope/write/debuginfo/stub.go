package debuginfo

import (
	"context"

	"github.com/grafana/alloy/internal/component/pyroscope/write/debuginfoclient"
)

// UploadJob is never made: nothing here reads debug information.
type UploadJob struct{}

type uploader struct{}

func (*Uploader) newUploader(UploadJob) (*uploader, error) { return &uploader{}, nil }

func (*uploader) upload(*debuginfoclient.Client, UploadJob) {}

func (*uploader) run(context.Context) error { return nil }
